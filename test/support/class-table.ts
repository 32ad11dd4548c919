import type {
  ClassImportResult,
  ClassImportView,
} from '../../apps/server/src/features/ledgers/class-imports.dto.js';
import type { Answer, Who, XinmiScene } from './xinmi-scene.js';

/** A row of 班级情况表. */
export interface TableClass {
  readonly school: string;
  readonly stage: '小学' | '初中';
  readonly grade: number;
  readonly name: string;
  readonly students: number | string;
}

export const classHeaders = ['学校标识码', '学校名称', '学段', '年级', '班级', '学生数'];

export function classCsv(classes: readonly TableClass[]): Buffer {
  const rows = classes.map(({ school, stage, grade, name, students }) =>
    [school, '', stage, grade, name, students].join(','),
  );
  return Buffer.from(`\ufeff${[classHeaders.join(','), ...rows].join('\r\n')}\r\n`);
}

export interface SentClasses {
  readonly bytes: Buffer;
  readonly asOf?: string;
  readonly fileName?: string;
  readonly id?: string;
}

export function classForm({ bytes, asOf, fileName = '班级.csv', id }: SentClasses): FormData {
  const form = new FormData();
  if (asOf !== undefined) form.append('asOf', asOf);
  if (id !== undefined) form.append('id', id);
  form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
  return form;
}

export function readClassFile(
  scene: XinmiScene,
  who: Who,
  file: SentClasses,
): Promise<Answer<ClassImportView>> {
  return scene.call<ClassImportView>(who, 'POST', 'class-imports', { body: classForm(file) });
}

export function confirmClasses(
  scene: XinmiScene,
  who: Who,
  id: string,
  body: object = {},
): Promise<Answer<ClassImportResult>> {
  return scene.call<ClassImportResult>(who, 'POST', `class-imports/${id}/confirmation`, { body });
}

/** Reads and confirms; both must work. */
export async function takeCensus(
  scene: XinmiScene,
  classes: readonly TableClass[],
  asOf: string,
): Promise<{ readonly view: ClassImportView; readonly result: ClassImportResult }> {
  const read = await readClassFile(scene, 'education', { bytes: classCsv(classes), asOf });
  if (read.status !== 201) throw new Error(`the classes were not read: ${read.text}`);
  const confirmed = await confirmClasses(scene, 'education', read.body.id);
  if (confirmed.status !== 200) throw new Error(`the census was not confirmed: ${confirmed.text}`);
  return { view: read.body, result: confirmed.body };
}
