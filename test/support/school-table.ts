import type { SchoolRecord, Stage } from '#indicator-engine';
import { schoolColumns } from '../../apps/server/src/features/indicators/files/school-columns.js';
import type {
  DataSetRow,
  ImportPreview,
  ImportResult,
} from '../../apps/server/src/features/indicators/school-imports.dto.js';
import type { Answer, Who, XinmiScene } from './xinmi-scene.js';

/** Invented schools; the same seed gives the same ones, some below and some above the lines. */
export function tableSchools(count: number, seed: number): SchoolRecord[] {
  let state = seed;
  const upTo = (most: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  return Array.from({ length: count }, (_, index) => {
    const kind = (['primary', 'junior', 'nine_year'] as const)[index % 3] ?? 'primary';
    const of = (stage: Stage, most: number): number | null =>
      kind === 'nine_year' || kind === stage ? 100 + upTo(most) : null;
    const students = { primary: of('primary', 900), junior: of('junior', 700), senior: null };
    const all = (students.primary ?? 0) + (students.junior ?? 0);
    const staff = (perThousand: number): Record<Stage, string | null> => {
      const one = (pupils: number | null): string | null =>
        pupils === null ? null : String(Math.ceil((pupils * (perThousand + upTo(perThousand))) / 1500));
      return { primary: one(students.primary), junior: one(students.junior) };
    };
    const some = (perPupil: number): string => ((all * perPupil * (70 + upTo(80))) / 100).toFixed(2);
    return {
      code: String(9_900_000_001 + index),
      name: `虚构第${index + 1}学校`,
      kind,
      township: '虚构镇',
      locale: 'town',
      founder: 'public',
      inScope: null,
      exclusionReason: null,
      students,
      classes: {
        primary: students.primary && Math.ceil(students.primary / 40),
        junior: students.junior && Math.ceil(students.junior / 40),
      },
      aboveDegree: staff(48),
      backbone: staff(12),
      arts: staff(11),
      roomArea: some(5),
      sportsArea: some(8.5),
      equipment: some(0.23),
      networkRooms: String(Math.ceil(all / 35)),
      musicRooms: 1,
      artRooms: upTo(2),
    };
  });
}

/** 学校基本情况表 as CSV; what a school has not is left blank. */
export function schoolCsv(
  schools: readonly SchoolRecord[],
  spoil: Readonly<Record<number, object>> = {},
): Buffer {
  const rows = schools.map((school, index) => {
    const spoiled: Readonly<Record<string, unknown>> = { ...spoil[index] };
    return schoolColumns.map(({ path, kind, header }) => {
      if (header in spoiled) return String(spoiled[header]);
      const value = at(school, path);
      if (value === null || value === undefined) return '';
      if (typeof value === 'boolean') return value ? '是' : '否';
      const choices = kind.type === 'choice' ? [...kind.choices] : [];
      return choices.find(([, meaning]) => meaning === value)?.[0] ?? String(value);
    });
  });
  const lines = [schoolColumns.map(({ header }) => header), ...rows].map((cells) => cells.join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

function at(school: SchoolRecord, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | null)?.[key], school);
}

export interface SentTable {
  readonly bytes: Buffer;
  readonly kind?: string;
  readonly asOf?: string;
  readonly fileName?: string;
}

export function importForm({
  bytes,
  kind = 'annual',
  asOf = '2022-09-01',
  fileName = '学校.csv',
}: SentTable): FormData {
  const form = new FormData();
  form.append('kind', kind);
  form.append('asOf', asOf);
  form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
  return form;
}

export function preview(scene: XinmiScene, who: Who, table: SentTable): Promise<Answer<ImportPreview>> {
  return scene.call<ImportPreview>(who, 'POST', 'school-imports', { body: importForm(table) });
}

export function confirm(
  scene: XinmiScene,
  who: Who,
  id: string,
  body: object = {},
): Promise<Answer<ImportResult>> {
  return scene.call<ImportResult>(who, 'POST', `school-imports/${id}/confirmation`, { body });
}

/** Previewed and confirmed by the education bureau. */
export async function importSchools(scene: XinmiScene, table: SentTable): Promise<DataSetRow> {
  const previewed = await preview(scene, 'education', table);
  const { status, body, text } = await confirm(scene, 'education', previewed.body.id);
  if (status !== 200) throw new Error(`the schools were not imported: ${previewed.text} ${text}`);
  return body.dataSet;
}
