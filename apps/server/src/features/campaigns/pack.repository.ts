import type { CampaignPack, PackContent, Unit } from '#campaign-pack';
import type { Work } from '../../database/unit-of-work.js';
import { removalStatements, upsertStatement } from './pack-statements.js';
import { packTables } from './pack-tables.js';

/** What loading a pack needs of a unit of work. */
export interface PackWork extends Pick<Work, 'manager' | 'campaignId' | 'now' | 'newId'> {
  /** Who loads; null for the program itself and the command line. */
  readonly actor: { readonly accountId: string } | null;
}

export type PackReader = Pick<PackWork, 'manager' | 'campaignId'>;

export interface LoadedPack {
  readonly packId: string | null;
  readonly fingerprint: string | null;
  readonly content: PackContent | null;
}

export type OfficeName = Pick<Unit, 'name' | 'shortName' | 'namePending'>;

/** Keeps the campaign's row until the transaction ends, so that two loads do not cross. */
export async function lockCampaign(work: PackReader): Promise<void> {
  await work.manager.query(`SELECT id FROM campaign WHERE id = $1 FOR UPDATE`, [work.campaignId]);
}

/** What a campaign was last loaded with; undefined when there is no such campaign. */
export async function readLoadedPack(work: PackReader): Promise<LoadedPack | undefined> {
  const [row] = await work.manager.query<LoadedPack[]>(
    `SELECT pack_id AS "packId", pack_fingerprint AS fingerprint,
            (SELECT content FROM pack_load l WHERE l.campaign_id = c.id ORDER BY l.loaded_at DESC, l.id DESC LIMIT 1) AS content
     FROM campaign c WHERE id = $1`,
    [work.campaignId],
  );
  return row;
}

/** Units that the office has renamed, by their pack ids. */
export async function readOfficeNames(work: PackReader): Promise<Map<string, OfficeName>> {
  const rows = await work.manager.query<({ entry: string } & OfficeName)[]>(
    `SELECT entry, name, short_name AS "shortName", name_pending AS "namePending"
     FROM unit WHERE campaign_id = $1 AND renamed`,
    [work.campaignId],
  );
  return new Map(rows.map(({ entry, ...name }) => [entry, name]));
}

/** Names of the pack that a unit of another entry already bears: given by the office, or of a unit the pack dropped. */
export async function findTakenNames(work: PackReader, pack: PackContent): Promise<string[]> {
  const rows = await work.manager.query<{ name: string }[]>(
    `SELECT u.name FROM unit u
     JOIN json_to_recordset($2) AS r(entry text, name text) ON r.name = u.name AND r.entry <> u.entry
     WHERE u.campaign_id = $1 AND (u.renamed OR NOT (u.entry = ANY($3)))
       AND NOT EXISTS (SELECT FROM unit o WHERE o.campaign_id = $1 AND o.entry = r.entry AND o.renamed)`,
    [
      work.campaignId,
      JSON.stringify(pack.units.map((unit) => ({ entry: unit.id, name: unit.name }))),
      pack.units.map((unit) => unit.id),
    ],
  );
  return rows.map((row) => row.name);
}

/** Writes every entry, then takes away what the pack no longer has. */
export async function writePack(
  work: PackWork,
  pack: PackContent,
  before: PackContent | null,
): Promise<void> {
  await freeChangedNames(work, pack);
  for (const spec of packTables) {
    const rows = spec.rows(pack).map((row) => ({ id: work.newId(), ...row }));
    await work.manager.query(upsertStatement(spec), [work.campaignId, JSON.stringify(rows)]);
  }
  await writeAliases(work, pack.units, before?.units ?? []);
  for (const spec of packTables.toReversed()) {
    const kept = spec.rows(pack).map((row) => row.entry);
    for (const statement of removalStatements(spec)) {
      await work.manager.query(statement, [work.campaignId, kept]);
    }
  }
}

export async function recordLoad(work: PackWork, pack: CampaignPack): Promise<void> {
  await work.manager.query(
    `INSERT INTO pack_load (campaign_id, id, pack_id, fingerprint, content, loaded_at, loaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      work.campaignId,
      work.newId(),
      pack.id,
      pack.fingerprint,
      JSON.stringify(pack),
      work.now,
      work.actor?.accountId ?? null,
    ],
  );
  await work.manager.query(`UPDATE campaign SET pack_id = $2, pack_fingerprint = $3 WHERE id = $1`, [
    work.campaignId,
    pack.id,
    pack.fingerprint,
  ]);
}

/** Units may swap names between two versions of a pack; the unique key is checked row by row. */
async function freeChangedNames(work: PackWork, pack: PackContent): Promise<void> {
  await work.manager.query(
    `UPDATE unit u SET name = u.name || ' ' || u.id
     FROM json_to_recordset($2) AS r(entry text, name text)
     WHERE u.campaign_id = $1 AND u.entry = r.entry AND u.name <> r.name AND NOT u.renamed`,
    [work.campaignId, JSON.stringify(pack.units.map((unit) => ({ entry: unit.id, name: unit.name })))],
  );
}

/** Aliases that came from the previous pack go with it; others, such as a former name, stay. */
async function writeAliases(work: PackWork, units: readonly Unit[], before: readonly Unit[]): Promise<void> {
  const current = aliasesOf(units);
  const kept = new Set(current.map(({ entry, alias }) => `${entry} ${alias}`));
  const dropped = aliasesOf(before).filter(({ entry, alias }) => !kept.has(`${entry} ${alias}`));
  await work.manager.query(
    `DELETE FROM unit_alias a USING unit u, json_to_recordset($2) AS r(entry text, alias text)
     WHERE a.campaign_id = $1 AND u.campaign_id = $1 AND u.id = a.unit_id AND u.entry = r.entry AND a.alias = r.alias`,
    [work.campaignId, JSON.stringify(dropped)],
  );
  await work.manager.query(
    `INSERT INTO unit_alias (campaign_id, unit_id, alias)
     SELECT $1, u.id, r.alias FROM json_to_recordset($2) AS r(entry text, alias text)
     JOIN unit u ON u.campaign_id = $1 AND u.entry = r.entry
     ON CONFLICT (campaign_id, alias) DO UPDATE SET unit_id = EXCLUDED.unit_id`,
    [work.campaignId, JSON.stringify(current)],
  );
}

function aliasesOf(units: readonly Unit[]): { entry: string; alias: string }[] {
  return units.flatMap((unit) => unit.aliases.map((alias) => ({ entry: unit.id, alias })));
}
