import { DomainError, type FieldFault } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { recordAudit } from '../../audit/audit.module.js';
import type { Standards } from '../standards.js';
import { type DayOfYear, isDayOfYear } from './data-cycle.js';
import type { ResponsibilityChange, ResponsibilityRow } from './responsibilities.dto.js';
import { responsibilityRow } from './responsibility-rows.js';

type Wanted = Omit<ResponsibilityChange, 'version'>;

/**
 * The campaign's own units, due day and note of an indicator.
 * @throws DomainError `not_found`, `stale_version`, `rule_refused`
 */
export async function changeResponsibility(
  work: Work,
  standards: Standards,
  indicator: string,
  { version, ...wanted }: ResponsibilityChange,
): Promise<ResponsibilityRow> {
  const before = await responsibilityRow(work, standards, indicator);
  await refuseFaults(work, wanted);
  return write(work, standards, before, version, wanted);
}

/** 恢复默认: the names and the cycle of the standard count again. */
export async function resetResponsibility(
  work: Work,
  standards: Standards,
  indicator: string,
  version: number,
): Promise<ResponsibilityRow> {
  const before = await responsibilityRow(work, standards, indicator);
  return write(work, standards, before, version, { leadUnitIds: [], supportUnitIds: [], note: '' });
}

async function write(
  work: Work,
  standards: Standards,
  before: ResponsibilityRow,
  version: number,
  wanted: Wanted,
): Promise<ResponsibilityRow> {
  const { indicator } = before;
  if (!(await writeCycle(work, indicator, version, wanted))) {
    throw new DomainError('stale_version', {
      detail: '这项指标的责任单位刚被别人改过，您看到的不是最新内容。',
      extra: { current: before },
    });
  }
  await writeUnits(work, indicator, wanted);
  const after = await responsibilityRow(work, standards, indicator);
  await recordAudit(work.manager, {
    at: work.now,
    account: { id: work.actor.accountId, name: work.actor.name },
    campaignId: work.campaignId,
    action: 'responsibility_changed',
    target: indicator,
    outcome: 'done',
    detail: { before: inWords(before), after: inWords(after) },
  });
  return after;
}

/** @returns false when the row is not of that version any more; 0 is the version of a row that is not there yet */
async function writeCycle(work: Work, indicator: string, version: number, wanted: Wanted): Promise<boolean> {
  const values = [
    work.campaignId,
    indicator,
    wanted.dueMonth ?? null,
    wanted.dueDay ?? null,
    wanted.note.trim(),
    work.actor.accountId,
    work.now,
  ];
  const rows = await work.manager.query<unknown[]>(
    version === 0
      ? `INSERT INTO indicator_cycle (campaign_id, indicator, due_month, due_day, note, updated_by, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING indicator`
      : `WITH changed AS (
           UPDATE indicator_cycle SET due_month = $3, due_day = $4, note = $5, updated_by = $6, updated_at = $7,
             version = version + 1
           WHERE campaign_id = $1 AND indicator = $2 AND version = $8 RETURNING indicator)
         SELECT indicator FROM changed`,
    version === 0 ? values : [...values, version],
  );
  return rows.length > 0;
}

async function writeUnits(work: Work, indicator: string, wanted: Wanted): Promise<void> {
  await work.manager.query(`DELETE FROM indicator_responsibility WHERE campaign_id = $1 AND indicator = $2`, [
    work.campaignId,
    indicator,
  ]);
  await work.manager.query(
    `INSERT INTO indicator_responsibility (campaign_id, indicator, unit_id, role, position)
     SELECT $1, $2, w.id, w.role, w.position FROM (
       SELECT id, 'lead' AS role, position FROM unnest($3::uuid[]) WITH ORDINALITY AS l (id, position)
       UNION ALL SELECT id, 'support', position FROM unnest($4::uuid[]) WITH ORDINALITY AS s (id, position)) w`,
    [work.campaignId, indicator, wanted.leadUnitIds, wanted.supportUnitIds],
  );
}

async function refuseFaults(work: Work, wanted: Wanted): Promise<void> {
  const known = await work.manager.query<{ id: string }[]>(
    `SELECT id FROM unit WHERE campaign_id = $1 AND NOT withdrawn AND id = ANY($2)`,
    [work.campaignId, [...wanted.leadUnitIds, ...wanted.supportUnitIds]],
  );
  const errors = faultsOf(wanted, new Set(known.map(({ id }) => id)));
  if (errors.length > 0)
    throw new DomainError('rule_refused', { detail: '责任单位没有保存，请改正。', errors });
}

function faultsOf(wanted: Wanted, units: ReadonlySet<string>): FieldFault[] {
  const { leadUnitIds, supportUnitIds } = wanted;
  const isUnknown = (id: string) => !units.has(id);
  const month = wanted.dueMonth ?? null;
  const day = wanted.dueDay ?? null;
  const due: DayOfYear | null = month !== null && day !== null ? { month, day } : null;
  return [
    ...(leadUnitIds.some(isUnknown)
      ? [{ pointer: '/leadUnitIds', message: '牵头单位中有不存在的单位' }]
      : []),
    ...(supportUnitIds.some(isUnknown)
      ? [{ pointer: '/supportUnitIds', message: '配合单位中有不存在的单位' }]
      : []),
    ...(supportUnitIds.some((id) => leadUnitIds.includes(id))
      ? [{ pointer: '/supportUnitIds', message: '同一单位不能既牵头又配合' }]
      : []),
    ...((month === null) !== (day === null) || (due && !isDayOfYear(due))
      ? [{ pointer: '/dueDay', message: '数据截止日应是每年都有的一天，月和日一起填写' }]
      : []),
  ];
}

function inWords(row: ResponsibilityRow): object {
  return {
    lead: row.leadUnits.map(({ name }) => name),
    support: row.supportUnits.map(({ name }) => name),
    due: row.dueMonth === null ? null : `${row.dueMonth}-${row.dueDay}`,
    note: row.note,
    ownUnits: row.ownUnits,
  };
}
