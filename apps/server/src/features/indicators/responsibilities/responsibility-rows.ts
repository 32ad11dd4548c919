import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { Standards } from '../standards.js';
import type { ResponsibilityRow } from './responsibilities.dto.js';
import { responsibleUnitsOf } from './responsible-units-of.js';

/** Every indicator with its units, in the order of the standard. */
export async function responsibilityRows(work: Work, standards: Standards): Promise<ResponsibilityRow[]> {
  const { indicators } = await standards.ofCampaign(work, work.today);
  const found = await responsibleUnitsOf(work, indicators);
  return indicators.flatMap(({ id, name, group, cycle }) => {
    const own = found.get(id);
    if (!own) return [];
    const { leadUnits, supportUnits, unmatchedNames, ownUnits, due, ownDue, note, version } = own;
    return {
      indicator: id,
      name,
      group,
      cycle,
      leadUnits: [...leadUnits],
      supportUnits: [...supportUnits],
      unmatchedNames: [...unmatchedNames],
      ownUnits,
      dueMonth: due?.month ?? null,
      dueDay: due?.day ?? null,
      ownDue,
      note,
      version,
    };
  });
}

/** @throws DomainError `not_found` */
export async function responsibilityRow(
  work: Work,
  standards: Standards,
  indicator: string,
): Promise<ResponsibilityRow> {
  const row = (await responsibilityRows(work, standards)).find((each) => each.indicator === indicator);
  if (!row) throw new DomainError('not_found', { detail: '没有这项指标。' });
  return row;
}
