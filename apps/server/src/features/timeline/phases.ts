import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { conditionText } from './gate-condition.js';
import type { PhaseView } from './phases.dto.js';
import { type PhaseRecord, readPhaseRecords } from './phases.queries.js';
import { gateState, type PhaseSpan, phaseState, workingDaysToEnd } from './phase-state.js';

/** The dates in force: what the office set last, or else what the plan says. */
export function spanOf({ dates, planStartsOn, planEndsOn }: PhaseRecord): PhaseSpan {
  const [newest] = dates;
  return newest
    ? { startsOn: newest.startsOn, endsOn: newest.endsOn }
    : { startsOn: planStartsOn, endsOn: planEndsOn };
}

/** When and how the gate was passed, if it still counts as passed. */
export function passingOf({ decisions }: PhaseRecord): { on: CivilDate; lacking: number } | null {
  const [newest] = decisions;
  return newest?.outcome === 'passed' ? { on: newest.on, lacking: newest.lacking } : null;
}

/** The phases with where today stands to them and how their gates stand; one statement. */
export async function readPhases(work: Work): Promise<PhaseView[]> {
  const records = await readPhaseRecords(work);
  return records.map((record) => phaseView(work, record));
}

function phaseView(work: Work, record: PhaseRecord): PhaseView {
  const span = spanOf(record);
  const passing = passingOf(record);
  return {
    id: record.id,
    name: record.name,
    clause: record.clause,
    ...span,
    planStartsOn: record.planStartsOn,
    planEndsOn: record.planEndsOn,
    state: phaseState(span, work.today),
    workingDaysToEnd: workingDaysToEnd(work.calendar, span, work.today),
    provisional: span.endsOn !== null && work.calendar.isProvisional(span.endsOn),
    dates: [...record.dates],
    gate: {
      state: gateState(span, passing?.lacking ?? null, work.today),
      passedOn: passing?.on ?? null,
      version: record.gateVersion,
      conditions: record.conditions.map((condition) => ({
        ...condition,
        text: conditionText(condition),
      })),
      decisions: record.decisions.map((decision) => ({ ...decision, answers: [...decision.answers] })),
    },
  };
}
