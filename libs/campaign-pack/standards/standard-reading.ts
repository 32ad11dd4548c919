import type { Basis, Decimal } from '#indicator-engine';
import { parseDecimal } from '#indicator-engine';
import { type CivilDate } from '#kernel';
import { EntryReader } from '../entry-reader.js';
import type { PackFault } from '../pack-fault.js';
import type { YamlSource } from '../yaml-source.js';

type EntryKind = 'indicator' | 'test' | 'point' | 'veto';
const names: Record<EntryKind, string> = {
  indicator: '指标',
  test: '测算',
  point: '评估要点',
  veto: '一票否决项',
};
const authorities = ['official', 'mirror', 'practice'] as const;

interface DocumentEntry {
  readonly title: string;
  readonly checkedOn: CivilDate;
  readonly authority: Basis['authority'];
}

/** The state of reading the standard's files: documents by id, ids used so far, and all faults. */
export class StandardReading {
  private readonly documents = new Map<string, DocumentEntry>();

  /** @param ids what was read before; a place's files refer to the nation's indicators and tests. */
  constructor(
    private readonly sources: readonly YamlSource[],
    readonly faults: PackFault[],
    private readonly ids = new Set<string>(),
  ) {
    this.each('documents', '文件', (entry) => this.readDocument(entry));
  }

  /** Whether there is no file at all. */
  get isEmpty(): boolean {
    return this.sources.length === 0;
  }

  /** Every entry of one list over all files; unknown keys are refused. */
  each<T>(key: string, what: string, read: (entry: EntryReader) => T): T[] {
    return this.sources.flatMap((source) =>
      EntryReader.root(source)
        .entries(key, what)
        .map((entry) => {
          const result = read(entry);
          entry.finish();
          return result;
        }),
    );
  }

  /** The only map under `key`; a file without it is at fault. */
  single<T>(key: string, what: string, standIn: T, read: (entry: EntryReader) => T): T {
    const [entry] = this.sources.flatMap((source) => EntryReader.root(source).section(key, what) ?? []);
    if (!entry) {
      this.faults.push({ file: this.sources[0]?.file ?? key, line: 1, message: `没有写明${what}（${key}）` });
      return standIn;
    }
    const result = read(entry);
    entry.finish();
    return result;
  }

  refuseUnknownSections(sections: readonly string[]): void {
    for (const source of this.sources) {
      const entry = EntryReader.root(source);
      for (const section of sections) entry.expect(section);
      entry.finish();
    }
  }

  /** A value without start date, document and clause cannot be used. */
  basis(entry: EntryReader): Basis {
    const id = entry.text('document');
    const document = this.documents.get(id);
    if (id !== '' && !document) entry.fault('document', `没有编号为“${id}”的文件`);
    return {
      document: document?.title ?? id,
      clause: entry.text('clause'),
      since: entry.date('since'),
      checkedOn: entry.optionalDate('checkedOn') ?? document?.checkedOn ?? ('0001-01-01' as CivilDate),
      authority: entry.optionalOneOf('authority', authorities) ?? document?.authority ?? 'practice',
      note: entry.optionalText('note'),
    };
  }

  /** The id of a new entry, once for each kind. */
  newId(entry: EntryReader, kind: EntryKind): string {
    const id = entry.text('id');
    this.note(entry, 'id', kind, id);
    return id;
  }

  note(entry: EntryReader, key: string, kind: EntryKind, id: string): void {
    if (this.ids.has(`${kind}:${id}`)) entry.fault(key, `${names[kind]}“${id}”写了两次`);
    this.ids.add(`${kind}:${id}`);
  }

  /** The id of an entry that must have been read before. */
  reference(entry: EntryReader, key: string, kind: EntryKind): string {
    return this.known(entry, key, kind, entry.text(key));
  }

  /** The test a threshold is for. */
  testOf(entry: EntryReader): { indicator: string; test: string } {
    const [indicator, test] = [entry.text('indicator'), entry.text('test')];
    this.known(entry, 'test', 'test', `${indicator}/${test}`);
    return { indicator, test };
  }

  private known(entry: EntryReader, key: string, kind: EntryKind, id: string): string {
    if (!this.ids.has(`${kind}:${id}`)) entry.fault(key, `没有编号为“${id}”的${names[kind]}`);
    return id;
  }

  /** A list of texts of which each must be one of `choices`. */
  manyOf<const T extends string>(entry: EntryReader, key: string, choices: readonly T[]): T[] {
    return entry.texts(key).flatMap((text) => {
      const choice = choices.find((each) => each === text);
      if (choice === undefined) entry.fault(key, `“${key}”里的“${text}”应是${choices.join('、')} 之一`);
      return choice ?? [];
    });
  }

  private readDocument(entry: EntryReader): void {
    const id = entry.text('id');
    if (this.documents.has(id)) entry.fault('id', `文件编号“${id}”用了两次`);
    this.documents.set(id, {
      title: entry.text('title'),
      checkedOn: entry.date('checkedOn'),
      authority: entry.oneOf('authority', authorities),
    });
    entry.optionalDate('issuedOn');
    entry.optionalText('note');
  }
}

/** A decimal that the reader has already found to be one. */
export function decimalOf(text: string): Decimal {
  return parseDecimal(text) ?? { units: 0n, scale: 0 };
}
