import { diffPacks } from '#campaign-pack';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { loadPackIntoCampaign } from '../../apps/server/src/features/campaigns/load-pack.js';
import type { PackWork } from '../../apps/server/src/features/campaigns/pack.repository.js';
import { previewPackLoad } from '../../apps/server/src/features/campaigns/preview-pack-load.js';
import {
  addTask,
  closePackScene,
  counts,
  countStatements,
  dataSource,
  failingAt,
  inTransaction,
  load,
  openPackScene,
  rows,
  snapshot,
  variant,
  xinmi,
} from '../support/pack-scene.js';

beforeEach(openPackScene);
afterEach(closePackScene);

describe('loading a pack into a campaign', () => {
  test('writes the whole plan, each row on its clause', async () => {
    const { changed } = await load(xinmi);
    expect(changed).toBe(true);
    expect(await counts()).toEqual({
      source_document: 5,
      clause: 49,
      unit: 33,
      duty: 76,
      phase: 3,
      project: 20,
      project_year: 4,
      target: 35,
    });
    const [duty] = await rows(
      `SELECT d.text, u.name AS unit, c.number, s.title AS document FROM duty d
       JOIN unit u ON (u.campaign_id, u.id) = (d.campaign_id, d.unit_id)
       JOIN clause c ON (c.campaign_id, c.id) = (d.campaign_id, d.clause_id)
       JOIN source_document s ON (s.campaign_id, s.id) = (c.campaign_id, c.document_id)
       WHERE d.entry = 'duty-statistics-1'`,
    );
    expect(duty).toEqual({
      text: '做好教育事业的统计监督',
      unit: '统计局',
      number: '附件·统计局',
      document: '新密市义务教育优质均衡发展实施方案（征求意见稿）',
    });
  });

  test('keeps money exact, dates as dates, and what is not stated as null', async () => {
    await load(xinmi);
    expect(await rows(`SELECT sum(investment)::text AS total FROM project_year`)).toEqual([
      { total: '116769.3800' },
    ]);
    expect(await rows(`SELECT starts_on, ends_on, undetermined FROM phase ORDER BY position`)).toEqual([
      { starts_on: '2021-04-01', ends_on: '2021-12-31', undetermined: false },
      { starts_on: '2022-01-01', ends_on: '2023-08-31', undetermined: false },
      { starts_on: null, ends_on: null, undetermined: true },
    ]);
    expect(await rows(`SELECT stages FROM project WHERE entry = 'school-bfsu-affiliated'`)).toEqual([
      { stages: ['primary', 'junior'] },
    ]);
  });

  test('a second time changes nothing', async () => {
    await load(xinmi);
    const before = await snapshot();
    const { changed, diff } = await load(xinmi);
    expect(changed).toBe(false);
    expect(diff).toEqual({ added: [], changed: [], removed: [] });
    expect(await snapshot()).toEqual(before);
  });

  test('T07: failing at any statement leaves nothing behind', async () => {
    const empty = await snapshot();
    const statements = await countStatements((work) => loadPackIntoCampaign(work, xinmi));
    expect(statements).toBeGreaterThan(20);
    for (let nth = 1; nth <= statements; nth += 1) {
      const failing = inTransaction((work) =>
        loadPackIntoCampaign({ ...work, manager: failingAt(work.manager, nth) }, xinmi),
      );
      await expect(failing).rejects.toThrow(`statement ${nth}`);
      expect(await snapshot()).toEqual(empty);
    }
  });

  test('R-89: takes the same number of statements however large the pack is', async () => {
    const small = variant({ duties: xinmi.duties.slice(0, 15), targets: [] });
    expect(await countStatements((work) => loadPackIntoCampaign(work, small))).toBe(
      await countStatements((work) => loadPackIntoCampaign(work, xinmi)),
    );
  });

  test('what is refused says why', async () => {
    const faulty = variant({ projects: xinmi.projects.slice(1) });
    await expect(load(faulty)).rejects.toMatchObject({ code: 'rule_refused' });
    await expect(
      inTransaction((work) => loadPackIntoCampaign(work, xinmi, 'seen-before')),
    ).rejects.toMatchObject({
      code: 'pack_changed',
    });
    await load(xinmi);
    await expect(load(variant({ id: 'other' }))).rejects.toMatchObject({ code: 'rule_refused' });
    const nowhere = (work: PackWork) => loadPackIntoCampaign({ ...work, campaignId: v7() }, xinmi);
    await expect(inTransaction(nowhere)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('loading a changed pack', () => {
  beforeEach(() => load(xinmi));

  test('changes what differs and leaves the rest untouched', async () => {
    const before = await snapshot(['duty', 'unit', 'clause']);
    const duties = xinmi.duties.map((duty) =>
      duty.id === 'duty-office-1' ? { ...duty, text: '统筹创建工作' } : duty,
    );
    await load(variant({ duties }));
    const after = await snapshot(['duty', 'unit', 'clause']);
    const differing = after.filter((row) => !before.includes(row));
    expect(differing).toHaveLength(1);
    expect(differing[0]).toContain('统筹创建工作');
  });

  test('units renamed by the office keep their names', async () => {
    await dataSource.query(
      `UPDATE unit SET name = '某镇', short_name = '某镇', name_pending = false, renamed = true WHERE entry = 'township-01'`,
    );
    await load(
      variant({ units: xinmi.units.map((unit) => ({ ...unit, shortName: `${unit.shortName}单位` })) }),
    );
    expect(await rows(`SELECT name, short_name, name_pending FROM unit WHERE entry = 'township-01'`)).toEqual(
      [{ name: '某镇', short_name: '某镇', name_pending: false }],
    );
    expect(await rows(`SELECT short_name FROM unit WHERE entry = 'finance'`)).toEqual([
      { short_name: '财政局单位' },
    ]);
  });

  test('a name that the office gave is no difference to the pack', async () => {
    await dataSource.query(`UPDATE unit SET name = '某镇', renamed = true WHERE entry = 'township-01'`);
    const units = xinmi.units.map((unit) =>
      unit.id === 'township-01' ? { ...unit, name: '另一镇', namePending: false } : unit,
    );
    const { diff } = await load(variant({ units, place: '新密' }));
    expect(diff.changed.map((change) => change.kind)).toEqual(['pack']);
  });

  test('units may swap their names, and a change of a unit counts as a new version', async () => {
    const swapped: Readonly<Record<string, string>> = { tax: '残联', disabled: '税务局' };
    const units = xinmi.units.map((unit) => {
      const name = swapped[unit.id];
      return name ? { ...unit, name, shortName: name, aliases: [] } : unit;
    });
    await load(variant({ units }));
    expect(
      await rows(
        `SELECT entry, name, version FROM unit WHERE entry IN ('tax', 'disabled', 'police') ORDER BY 1`,
      ),
    ).toEqual([
      { entry: 'disabled', name: '税务局', version: 2 },
      { entry: 'police', name: '公安局', version: 1 },
      { entry: 'tax', name: '残联', version: 2 },
    ]);
  });

  test('a name that the office gave to another unit is refused in words', async () => {
    await dataSource.query(`UPDATE unit SET name = '甲镇', renamed = true WHERE entry = 'township-01'`);
    const units = xinmi.units.map((unit) => (unit.id === 'township-02' ? { ...unit, name: '甲镇' } : unit));
    await expect(load(variant({ units }))).rejects.toMatchObject({
      code: 'rule_refused',
      message: expect.stringContaining('“甲镇”') as unknown,
    });
  });

  test('entries without tasks go, those with tasks stay and are marked; both come back with the pack', async () => {
    await addTask('duty-office-1');
    const without = variant({
      duties: xinmi.duties.filter((duty) => !['duty-office-1', 'duty-office-2'].includes(duty.id)),
    });
    const { diff } = await load(without);
    expect(diff.removed.map((change) => change.id)).toEqual(['duty-office-1', 'duty-office-2']);
    const office = `SELECT entry, withdrawn FROM duty WHERE entry LIKE 'duty-office-%' ORDER BY entry`;
    expect(await rows(office)).toEqual([{ entry: 'duty-office-1', withdrawn: true }]);
    await load(xinmi);
    expect(await rows(office)).toEqual([
      { entry: 'duty-office-1', withdrawn: false },
      { entry: 'duty-office-2', withdrawn: false },
    ]);
  });

  test('a dropped unit goes with its aliases, and an alias may move to another unit', async () => {
    const units = xinmi.units
      .filter((unit) => unit.id !== 'disabled')
      .map((unit) => ({
        ...unit,
        aliases:
          unit.id === 'civil'
            ? ['市民政局', '市财政局']
            : unit.aliases.filter((alias) => alias !== '市财政局'),
      }));
    const smaller = variant({
      units,
      members: xinmi.members && { ...xinmi.members, total: 32 },
      duties: xinmi.duties.filter((duty) => duty.unit !== 'disabled'),
    });
    await load(smaller);
    expect(await rows(`SELECT count(*)::int AS n FROM unit`)).toEqual([{ n: 32 }]);
    expect(
      await rows(
        `SELECT u.entry FROM unit_alias a JOIN unit u ON u.id = a.unit_id WHERE a.alias IN ('市财政局', '市残联')`,
      ),
    ).toEqual([{ entry: 'civil' }]);
  });

  test('the preview shows the same difference and writes nothing', async () => {
    const before = await snapshot();
    const changed = variant({ phases: xinmi.phases.slice(0, 2) });
    const preview = await inTransaction((work) => previewPackLoad(work, changed));
    expect(preview).toMatchObject({
      packId: 'xinmi',
      fingerprint: changed.fingerprint,
      loadedFingerprint: xinmi.fingerprint,
      unchanged: false,
      ...diffPacks(xinmi, changed),
    });
    expect(preview.removed).toEqual([{ kind: 'phase', id: 'phase-3', title: '迎接验收' }]);
    expect(await snapshot()).toEqual(before);
  });

  test('two loads at once: one changes, the other finds nothing to do', async () => {
    const changed = variant({ place: '新密' });
    const results = await Promise.all([load(changed), load(changed)]);
    const late = results.find((result) => !result.changed);
    expect(results.filter((result) => result.changed)).toHaveLength(1);
    expect(late?.diff).toEqual({ added: [], changed: [], removed: [] });
  });
});
