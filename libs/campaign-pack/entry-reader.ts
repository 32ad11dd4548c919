import { type CivilDate, isCivilDate } from '#kernel';
import { isMap, isSeq, type YAMLMap } from 'yaml';
import { textOf, type YamlSource } from './yaml-source.js';

const decimalPattern = /^(0|[1-9]\d*)(\.\d+)?$/;
const integerPattern = /^(0|[1-9]\d{0,8})$/;
const signedIntegerPattern = /^(0|-?[1-9]\d{0,8})$/;

/**
 * Reads one entry of a data file key by key. Each fault is noted with its line and a stand-in value is returned,
 * so that one run finds all faults; whoever reads discards the values when there was any.
 */
export class EntryReader {
  readonly line: number;
  private readonly known = new Set<string>();

  constructor(
    private readonly map: YAMLMap,
    readonly source: YamlSource,
    private readonly what: string,
  ) {
    this.line = source.lineOf(map);
  }

  static root(source: YamlSource): EntryReader {
    return new EntryReader(source.root, source, '文件');
  }

  /** Makes a key known that is read elsewhere. */
  expect(key: string): void {
    this.known.add(key);
  }

  has(key: string): boolean {
    return this.map.has(key);
  }

  text(key: string): string {
    const node = this.node(key);
    if (node === undefined) {
      this.source.faultAt(this.line, `${this.what}缺少“${key}”`);
      return '';
    }
    return this.textOf(key, node) ?? '';
  }

  optionalText(key: string): string | null {
    return this.optional(key, () => this.text(key));
  }

  date(key: string): CivilDate {
    return this.read(
      key,
      '日期，应写成 2022-03-05 这样真实存在的日期',
      isCivilDate,
      '0001-01-01' as CivilDate,
    );
  }

  optionalDate(key: string): CivilDate | null {
    return this.optional(key, () => this.date(key));
  }

  decimal(key: string): string {
    return this.read(key, '数', (text): text is string => decimalPattern.test(text), '0');
  }

  optionalDecimal(key: string): string | null {
    return this.optional(key, () => this.decimal(key));
  }

  integer(key: string): number {
    return Number(this.read(key, '整数', (text): text is string => integerPattern.test(text), '0'));
  }

  optionalInteger(key: string): number | null {
    return this.optional(key, () => this.integer(key));
  }

  optionalSignedInteger(key: string): number | null {
    return this.optional(key, () =>
      Number(
        this.read(key, '整数，可以是负数', (text): text is string => signedIntegerPattern.test(text), '0'),
      ),
    );
  }

  flag(key: string): boolean {
    return this.has(key) ? this.oneOf(key, ['true', 'false']) === 'true' : false;
  }

  oneOf<const T extends string>(key: string, choices: readonly [T, ...T[]]): T {
    const isChoice = (text: string): text is T => choices.some((choice) => choice === text);
    return this.read(key, `${choices.join('、')} 之一`, isChoice, choices[0]);
  }

  optionalOneOf<const T extends string>(key: string, choices: readonly [T, ...T[]]): T | null {
    return this.optional(key, () => this.oneOf(key, choices));
  }

  texts(key: string): string[] {
    const node = this.node(key);
    if (node === undefined) return [];
    if (isSeq(node)) return node.items.map((item) => this.textOf(key, item) ?? '');
    this.source.fault(node, `“${key}”应是列表`);
    return [];
  }

  entries(key: string, what: string): EntryReader[] {
    const node = this.node(key);
    if (node === undefined) return [];
    if (!isSeq(node)) {
      this.source.fault(node, `“${key}”应是列表`);
      return [];
    }
    return node.items.flatMap((item) => {
      if (isMap(item)) return [new EntryReader(item, this.source, what)];
      this.source.fault(item, `“${key}”里的每一项应是“名称: 内容”的形式`);
      return [];
    });
  }

  /** The map under `key`, or undefined when there is none. */
  section(key: string, what: string): EntryReader | undefined {
    const node = this.node(key);
    if (node === undefined) return undefined;
    if (isMap(node)) return new EntryReader(node, this.source, what);
    this.source.fault(node, `“${key}”应是“名称: 内容”的形式`);
    return undefined;
  }

  /** Refuses every key that nobody asked for: a misspelt key must not be lost in silence. */
  finish(): void {
    for (const pair of this.map.items) {
      const key = textOf(pair.key);
      if (key === undefined || !this.known.has(key)) {
        this.source.fault(pair.key, `${this.what}里有不认识的名称“${key ?? ''}”`);
      }
    }
  }

  fault(key: string, message: string): void {
    this.source.fault(this.node(key) ?? this.map, message);
  }

  /** Where the value of `key` stands. */
  lineOf(key: string): number {
    return this.source.lineOf(this.node(key) ?? this.map);
  }

  private read<T extends string>(
    key: string,
    expected: string,
    accepts: (text: string) => text is T,
    standIn: T,
  ): T {
    const text = this.text(key);
    if (text === '') return standIn;
    if (accepts(text)) return text;
    this.fault(key, `“${key}”的内容“${text}”不对：应是${expected}`);
    return standIn;
  }

  private optional<T>(key: string, read: () => T): T | null {
    this.known.add(key);
    return this.has(key) ? read() : null;
  }

  private node(key: string): unknown {
    this.known.add(key);
    return this.map.get(key, true);
  }

  private textOf(key: string, node: unknown): string | undefined {
    const text = textOf(node);
    if (text === undefined) this.source.fault(node, `“${key}”应是不为空的文字`);
    return text;
  }
}
