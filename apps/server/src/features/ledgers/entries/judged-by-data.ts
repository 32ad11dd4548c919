import type { LedgerKind } from '#campaign-pack';

/** Whether imported data judge the entries of a kind; problems and counts are judged by people alone. */
export function judgedByData({ subject }: Pick<LedgerKind, 'subject'>): boolean {
  return subject !== 'problem' && subject !== 'count';
}
