import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError, type FieldFault } from '#kernel';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { assumptionColumns, enrolmentKeys, intakeKeys, type Meaning, rootKeys } from './assumption-keys.js';
import {
  type EnrolmentRow,
  emptyProject,
  type IntakeRow,
  type WhatIfContent,
  type WhatIfProject,
} from './what-if-content.dto.js';

export interface ReadAssumptions {
  readonly name: string;
  /** null: the file does not say. */
  readonly goalYear: number | null;
  readonly content: WhatIfContent;
  /** Throws what is wrong with the file and with the rows that could be read, all of it. */
  readonly refuse: (faults: readonly FieldFault[]) => void;
}

/**
 * Reads what a projection assumes from YAML with the headers of the school table as keys. What cannot be read is said by
 * `refuse`, together with what the schools contradict, so that one look at the file is enough.
 * @throws DomainError `malformed` when the file is not there
 */
export async function readAssumptionsFile(path: string): Promise<ReadAssumptions> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new DomainError('malformed', { detail: `推演条件文件打不开：${path}。` });
  });
  return new AssumptionReader(basename(path), text).read();
}

interface LineFault {
  readonly line: number;
  readonly message: string;
}

class AssumptionReader {
  private readonly faults: LineFault[] = [];
  private readonly lines = new LineCounter();
  private readonly rowLines = new Map<string, number>();

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  read(): ReadAssumptions {
    // The failsafe schema leaves every scalar a text: 1050.00 keeps its zeros.
    const document = parseDocument(this.text, { schema: 'failsafe', lineCounter: this.lines });
    for (const error of document.errors) this.faultAt(error.pos[0], `格式有误，无法读取（${error.code}）`);
    const root = document.contents;
    if (document.errors.length === 0 && !isMap(root)) this.faultAt(0, '内容应是“学生数: …”“项目: …”的形式');
    const found = isMap(root) ? this.row<{ name?: string; goalYear?: number }>(root, rootKeys) : {};
    const list = <T>(key: string, as: (map: YAMLMap, index: number) => T): T[] =>
      isMap(root) ? this.list(root, key, as) : [];
    const content: WhatIfContent = {
      enrolment: list('学生数', (map, index) => this.enrolmentRow(map, index)),
      projects: list('项目', (map, index) => this.projectRow(map, index)),
    };
    return {
      name: found.name ?? this.file,
      goalYear: found.goalYear ?? null,
      content,
      refuse: (later) => this.refuse(later),
    };
  }

  /** Of a row that could not be read in full, what the rest of it contradicts is no news. */
  private refuse(later: readonly FieldFault[]): void {
    const unread = new Set(this.faults.map(({ line }) => this.rowOf(line)));
    const found = later
      .map((fault) => this.inItsLine(fault))
      .filter(({ line }) => line === 1 || !unread.has(line));
    const all = [...this.faults, ...found].toSorted((a, b) => a.line - b.line);
    if (all.length === 0) return;
    const lines = all.map(({ line, message }) => `${this.file} 第 ${line} 行：${message}`);
    throw new DomainError('malformed', { detail: lines.join('\n') });
  }

  /** The first line of the row in which a line stands. */
  private rowOf(line: number): number {
    return Math.max(0, ...[...this.rowLines.values()].filter((start) => start <= line));
  }

  private enrolmentRow(map: YAMLMap, index: number): EnrolmentRow {
    this.rowLines.set(`/enrolment/${index}`, this.lineOf(map));
    const row = this.row<Partial<EnrolmentRow> & Record<'set' | 'add' | 'percent', string | undefined>>(
      map,
      enrolmentKeys,
    );
    const kinds = (['set', 'add', 'percent'] as const).filter((kind) => row[kind] !== undefined);
    const [kind = 'set'] = kinds;
    if (kinds.length !== 1) this.fault(map, '人数、增减、百分比须写且只写一项');
    if (row.year === undefined || row.stage === undefined) this.fault(map, '须写明年和学段');
    const school = row.school === undefined || row.school === '全部' ? null : row.school;
    return { year: row.year ?? 0, school, stage: row.stage ?? 'primary', kind, value: row[kind] ?? '' };
  }

  private projectRow(map: YAMLMap, index: number): WhatIfProject {
    this.rowLines.set(`/projects/${index}`, this.lineOf(map));
    const intake = this.list(map, '入学', (each): IntakeRow => {
      const row = this.row<Partial<IntakeRow>>(each, intakeKeys);
      if (row.stage === undefined || row.students === undefined) this.fault(each, '入学须写明学段和人数');
      return { from: row.from ?? null, stage: row.stage ?? 'primary', students: row.students ?? 0 };
    });
    return { ...emptyProject, ...this.row<Partial<WhatIfProject>>(map, assumptionColumns), intake };
  }

  private list<T>(map: YAMLMap, key: string, as: (map: YAMLMap, index: number) => T): T[] {
    const node: unknown = map.get(key, true);
    if (node === undefined) return [];
    if (!isSeq(node)) {
      this.fault(node, `“${key}”应是一个列表，每项以“- ”开头`);
      return [];
    }
    return node.items.flatMap((item, index) => {
      if (isMap(item)) return [as(item, index)];
      this.fault(item, `“${key}”的每一项应是“名称: 内容”的形式`);
      return [];
    });
  }

  /** The cells of one row; an empty one is 待补. */
  private row<T>(map: YAMLMap, keys: Readonly<Record<string, Meaning>>): T {
    const row: Record<string, unknown> = {};
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const meaning = keys[name];
      if (!meaning) this.fault(key, `不认识的名称“${name}”，应是：${Object.keys(keys).join('、')}`);
      else if (meaning.field !== null) {
        const text = isScalar(value) ? String(value.value).trim() : '';
        const read = text === '' ? undefined : meaning.read(text);
        if (read === null) this.fault(key, `${name}“${text}”${meaning.wanted}`);
        else if (read !== undefined) row[meaning.field] = read;
      }
    }
    return row as T;
  }

  private inItsLine({ pointer, message }: FieldFault): LineFault {
    const row = /^\/\w+\/\d+/.exec(pointer)?.[0] ?? '';
    return { line: this.rowLines.get(row) ?? 1, message };
  }

  private fault(node: unknown, message: string): void {
    this.faults.push({ line: this.lineOf(node), message });
  }

  private faultAt(offset: number, message: string): void {
    this.faults.push({ line: this.lines.linePos(offset).line, message });
  }

  private lineOf(node: unknown): number {
    const offset = isNode(node) ? node.range?.[0] : undefined;
    return this.lines.linePos(offset ?? 0).line;
  }
}
