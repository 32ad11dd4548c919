import type { SimulationMonth } from '../../../api/simulation-types.js';
import { issueText } from '../../../text/ladder.js';
import { simulationText } from '../../../text/simulation.js';
import { listOf } from '../../../text/wording.js';

export type Counted = {
  [Key in keyof SimulationMonth]: SimulationMonth[Key] extends number ? Key : never;
}[keyof SimulationMonth];

export function sumOf(months: readonly SimulationMonth[], key: Counted): number {
  return months.reduce((sum, month) => sum + month[key], 0);
}

/** Messages that reached people by one channel. */
export function deliveredBy(months: readonly SimulationMonth[], channel: string): number {
  const counts = months.flatMap((month) => month.channels).filter((one) => one.channel === channel);
  return counts.reduce((sum, { messages }) => sum + messages, 0);
}

type Paper = SimulationMonth['paperKinds'][number]['kind'];
const fromMild = Object.keys(issueText) as Paper[];

/** `31 份督办单、2 份通报` */
export function papersOf(months: readonly SimulationMonth[]): string {
  const counts = new Map<Paper, number>();
  for (const { kind, count } of months.flatMap((month) => month.paperKinds)) {
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  if (counts.size === 0) return simulationText.noPapers;
  const issued = fromMild.filter((kind) => counts.has(kind));
  return listOf(issued.map((kind) => simulationText.paper(kind, counts.get(kind) ?? 0)));
}

/** How often each rung was reached, in the order of the ladder as far as it is seen. */
export function raisedOf(months: readonly SimulationMonth[]): { rung: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rung, count } of months.flatMap((month) => month.raised)) {
    counts.set(rung, (counts.get(rung) ?? 0) + count);
  }
  return [...counts].map(([rung, count]) => ({ rung, count }));
}
