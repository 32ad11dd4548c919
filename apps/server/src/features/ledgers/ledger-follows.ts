import { followEvents, type LedgerFollow } from './class-imports.dto.js';
import { dataEventNames } from './data-event-names.js';
import type { LedgerEffects } from './plan-ledger-effects.js';

const listedSubjects = 20;

/** What new data do to a ledger, counted by what happens, with the first subjects of each. */
export function ledgerFollows(effects: readonly LedgerEffects[]): LedgerFollow[] {
  const happened = effects.flatMap(({ opened, judged }) => [
    ...opened.map(({ subject }) => ({ event: 'opened' as const, subject })),
    ...judged.map(({ entry, reading, judgement }) => ({
      event: judgement.event,
      subject: reading?.subject ?? entry.subject,
    })),
  ]);
  return followEvents.flatMap((event) => {
    const subjects = happened.filter((each) => each.event === event).map(({ subject }) => subject);
    if (subjects.length === 0) return [];
    const name = dataEventNames[event];
    return [{ event, name, count: subjects.length, subjects: subjects.slice(0, listedSubjects) }];
  });
}
