import { EntryReader } from './entry-reader.js';
import type { PackFault } from './pack-fault.js';
import type { YamlSource } from './yaml-source.js';

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export type EntryKind =
  'document' | 'group' | 'clause' | 'unit' | 'duty' | 'phase' | 'project' | 'year' | 'target';

const names: Record<EntryKind, string> = {
  document: '文件',
  group: '任务组',
  clause: '条款',
  unit: '单位',
  duty: '职责',
  phase: '阶段',
  project: '项目',
  year: '年度合计',
  target: '目标值',
};

/** The state of reading one pack: which ids there are so far, and all faults. Kinds referred to are read first. */
export class PackReading {
  private readonly ids = new Map<string, EntryKind>();
  private readonly documentOfClause = new Map<string, string>();

  constructor(
    readonly sources: readonly YamlSource[],
    readonly faults: PackFault[],
  ) {}

  /** Every entry of one kind over all files, each with its place in the whole. */
  each<T>(key: string, kind: EntryKind, read: (entry: EntryReader, id: string, order: number) => T): T[] {
    const entries = this.sources.flatMap((source) => EntryReader.root(source).entries(key, names[kind]));
    return entries.map((entry, index) => {
      const result = read(entry, this.newId(entry, kind), index + 1);
      entry.finish();
      return result;
    });
  }

  /** The one map under `key` in all files. */
  single(key: string, what: string): EntryReader | undefined {
    const [first, ...more] = this.sources.flatMap(
      (source) => EntryReader.root(source).section(key, what) ?? [],
    );
    for (const entry of more) entry.source.faultAt(entry.line, `${what}写了两次`);
    return first;
  }

  /** The id of an entry that must exist; the fault names the kind that was looked for. */
  reference(entry: EntryReader, key: string, kind: EntryKind): string {
    return this.resolved(entry, key, kind, entry.text(key));
  }

  optionalReference(entry: EntryReader, key: string, kind: EntryKind): string | null {
    const id = entry.optionalText(key);
    return id === null ? null : this.resolved(entry, key, kind, id);
  }

  noteDocument(clause: string, document: string): void {
    this.documentOfClause.set(clause, document);
  }

  /** The clause an entry rests on, and through it the document: an entry without basis is refused. */
  basis(entry: EntryReader): { clause: string; document: string } {
    if (!entry.has('clause')) entry.fault('clause', '没有写明依据条款（clause），不能采用');
    const clause = this.optionalReference(entry, 'clause', 'clause') ?? '';
    return { clause, document: this.documentOfClause.get(clause) ?? '' };
  }

  private resolved(entry: EntryReader, key: string, kind: EntryKind, id: string): string {
    if (id !== '' && this.ids.get(id) !== kind) entry.fault(key, `没有编号为“${id}”的${names[kind]}`);
    return id;
  }

  private newId(entry: EntryReader, kind: EntryKind): string {
    const id = entry.text('id');
    if (id === '') return id;
    if (!idPattern.test(id)) entry.fault('id', `编号“${id}”只能用小写字母、数字和短横线`);
    const other = this.ids.get(id);
    if (other) entry.fault('id', `编号“${id}”已用于另一${names[other]}`);
    this.ids.set(id, kind);
    return id;
  }
}
