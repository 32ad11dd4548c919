import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { UnitRename, UnitRow } from './units.dto.js';
import { readUnits } from './units.queries.js';

/**
 * Gives a unit its real name; the name it had stays as an alias, so that papers with the old one still resolve.
 * @throws DomainError `not_found`, `rule_refused` when the name belongs to another unit, `stale_version`
 */
export async function renameUnit(work: Work, unitId: string, input: UnitRename): Promise<UnitRow> {
  // One rename at a time: two units that want one name are told so, instead of running into the unique key.
  await work.manager.query(`SELECT 1 FROM campaign WHERE id = $1 FOR NO KEY UPDATE`, [work.campaignId]);
  const [before] = await readUnits(work, unitId);
  if (!before) throw new DomainError('not_found', { detail: '没有这个成员单位。' });
  const name = input.name.trim();
  await refuseTakenName(work, unitId, name);
  const [, changed] = await work.manager.query<[unknown[], number]>(
    `UPDATE unit SET name = $4, short_name = $5, name_pending = false, renamed = true, version = version + 1
     WHERE campaign_id = $1 AND id = $2 AND version = $3`,
    [work.campaignId, unitId, input.version, name, input.shortName?.trim() ?? name],
  );
  if (changed !== 1) {
    throw new DomainError('stale_version', {
      detail: '这个单位的名称刚被别人改过。',
      extra: { current: before },
    });
  }
  // A placeholder name means nothing to anyone; a real former name does.
  if (!before.namePending && before.name !== name) {
    await work.manager.query(
      `INSERT INTO unit_alias (campaign_id, unit_id, alias) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [work.campaignId, unitId, before.name],
    );
  }
  const [after] = await readUnits(work, unitId);
  return after ?? before;
}

async function refuseTakenName(work: Work, unitId: string, name: string): Promise<void> {
  const [other] = await work.manager.query<{ name: string }[]>(
    `SELECT u.name FROM unit u WHERE u.campaign_id = $1 AND u.id <> $2 AND (u.name = $3 OR EXISTS (
       SELECT 1 FROM unit_alias a WHERE a.campaign_id = u.campaign_id AND a.unit_id = u.id AND a.alias = $3))`,
    [work.campaignId, unitId, name],
  );
  if (!other) return;
  const message = `这个名称已属于${other.name}`;
  throw new DomainError('rule_refused', { detail: `${message}。`, errors: [{ pointer: '/name', message }] });
}
