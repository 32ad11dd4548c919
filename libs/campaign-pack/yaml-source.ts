import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
  YAMLMap,
} from 'yaml';
import type { PackFault } from './pack-fault.js';

/** One data file, parsed with its line numbers; faults of all files gather in one list. */
export class YamlSource {
  readonly root: YAMLMap;
  private readonly lines = new LineCounter();

  constructor(
    readonly file: string,
    text: string,
    private readonly faults: PackFault[],
  ) {
    // The failsafe schema leaves every scalar a text: a date stays a date and 1050.00 keeps its zeros.
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: this.lines, uniqueKeys: true });
    for (const error of document.errors)
      this.faultAt(this.lines.linePos(error.pos[0]).line, messageOf(error));
    if (document.errors.length === 0 && !isMap(document.contents)) {
      this.faultAt(1, '文件内容应是“名称: 内容”的形式');
    }
    this.root = isMap(document.contents) ? document.contents : new YAMLMap();
  }

  faultAt(line: number, message: string): void {
    this.faults.push({ file: this.file, line, message });
  }

  fault(node: unknown, message: string): void {
    this.faultAt(this.lineOf(node), message);
  }

  lineOf(node: unknown): number {
    const offset = isNode(node) ? (node as Node).range?.[0] : undefined;
    return offset === undefined ? 1 : this.lines.linePos(offset).line;
  }
}

/**
 * Every YAML file of a directory, in order of names, so that positions do not depend on the file system.
 * @param prefix goes before the file names in faults when several directories are read as one whole
 */
export function readYamlDirectory(directory: string, faults: PackFault[], prefix = ''): YamlSource[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => new YamlSource(`${prefix}${name}`, readFileSync(join(directory, name), 'utf8'), faults));
}

/** The text of a scalar node; undefined for lists, maps, aliases and empty values. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') return undefined;
  return node.value.trim() === '' ? undefined : node.value.trim();
}

function messageOf(error: YAMLError): string {
  if (error.code === 'DUPLICATE_KEY') return '同一项里有重复的名称';
  return `格式有误，无法读取（${error.code}）`;
}
