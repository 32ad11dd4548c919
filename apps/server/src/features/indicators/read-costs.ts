import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Costs,
  exampleCosts,
  parseDecimal,
  type ResourceIndicator,
  resourceIndicators,
} from '#indicator-engine';
import { DomainError } from '#kernel';
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';

type StageCosts = Readonly<Record<ResourceIndicator, string>>;
const stageKeys = { 小学: 'primary', 初中: 'junior' } as const;

/**
 * Reads unit costs in 元 from YAML: `C1: 100000` for both stages, and under `小学:` or `初中:` for one; what is not
 * given stays at the example costs.
 * @throws DomainError `malformed` with file and line
 */
export async function readCostsFile(path: string): Promise<Costs> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new DomainError('malformed', { detail: `单价文件打不开：${path}。` });
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines });
  const refuse = (offset: number, reason: string): DomainError =>
    new DomainError('malformed', {
      detail: `${basename(path)} 第 ${lines.linePos(offset).line} 行：${reason}。`,
    });
  const [error] = document.errors;
  if (error) throw refuse(error.pos[0], '格式有误，无法读取');
  if (!isMap(document.contents)) throw refuse(0, '内容应是“C1: 100000”的形式');
  return costsOf(document.contents, refuse);
}

type Refuse = (offset: number, reason: string) => DomainError;

function costsOf(root: YAMLMap, refuse: Refuse): Costs {
  const shared = entriesOf(root, refuse, true);
  const of = (name: keyof typeof stageKeys): StageCosts => {
    const own = root.get(name, true);
    return {
      ...exampleCosts[stageKeys[name]],
      ...shared,
      ...(isMap(own) ? entriesOf(own, refuse, false) : {}),
    };
  };
  return { primary: of('小学'), junior: of('初中') };
}

function entriesOf(map: YAMLMap, refuse: Refuse, isRoot: boolean): Partial<StageCosts> {
  const found: Partial<Record<ResourceIndicator, string>> = {};
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    if (isRoot && name in stageKeys && isMap(value)) continue;
    const indicator = resourceIndicators.find((id) => id === name);
    if (!indicator) throw refuse(offset, `不认识的名称“${name}”，应是 C1 至 C7、小学或初中`);
    const cost = isScalar(value) ? String(value.value) : '';
    const amount = parseDecimal(cost);
    if (amount === null || amount.units < 0n)
      throw refuse(offset, `${name} 的单价应是不小于 0 的数，单位是元`);
    found[indicator] = cost;
  }
  return found;
}
