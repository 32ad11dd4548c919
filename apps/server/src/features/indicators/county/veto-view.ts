import { basisText } from '#indicator-engine';
import type { Work } from '../../../database/unit-of-work.js';
import type { Evaluation } from '../evaluations.js';
import type { EnteredVeto } from './entered.queries.js';
import { schoolNames } from './figures-view.js';
import type { VetoEventRow, VetoRegister } from './vetoes.dto.js';

/** The six vetoes with their events; everybody in the campaign sees them. */
export function vetoRegister({ actor }: Work, evaluation: Evaluation): VetoRegister {
  const { asOf, standard, result, entered, schools } = evaluation;
  const names = new Map(schools.map(({ code, name }) => [code, name]));
  return {
    asOf,
    schools: schoolNames(evaluation),
    vetoes: standard.vetoes.map(({ id, name, basis }) => ({
      id,
      name,
      verdict: result.vetoes.find(({ veto }) => veto === id)?.verdict ?? 'met',
      basisText: basisText(basis),
      events: entered.vetoes
        .filter(({ veto }) => veto === id)
        .toReversed()
        .map((event) => eventRow(event, names)),
    })),
    mayWrite: actor.role === 'government_office' || actor.role === 'supervision_office',
  };
}

function eventRow(event: EnteredVeto, names: ReadonlyMap<string, string>): VetoEventRow {
  const { id, occurredOn, school, source, description } = event;
  const states = event.states
    .map(({ state, ground, on, recordedBy, recordedOn }) => ({ state, ground, on, recordedBy, recordedOn }))
    .toReversed();
  const [newest] = states;
  if (!newest) throw new Error('a veto event without a state');
  const schoolName = school === null ? null : (names.get(school) ?? null);
  return { id, occurredOn, school, schoolName, source, description, state: newest.state, states };
}
