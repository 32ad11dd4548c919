import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import type { HealthCheck } from '../../apps/server/src/features/health/health.dto.js';
import { readHealth } from '../../apps/server/src/features/health/read-health.js';
import { beat } from '../../apps/server/src/jobs/heartbeat.js';
import { Office } from '../support/office.js';

describe('readiness', () => {
  let office: Office;
  const dataDirectory = '/nonexistent';

  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00' });
    await beat(office.dataSource.manager, office.clock.now());
  });
  afterEach(() => office.close());

  const health = ({ schedulerOn = true } = {}): Promise<HealthCheck[]> => {
    const { dataSource, time, clock } = office;
    return readHealth({ dataSource, time, clock, schedulerOn, dataDirectory });
  };
  const failing = async (checks: Promise<HealthCheck[]>): Promise<string[]> =>
    (await checks).filter((check) => !check.ok).map((check) => check.name);

  it('is given when database, schema and scheduler are well', async () => {
    expect((await health()).map(({ name, ok }) => [name, ok])).toEqual([
      ['database', true],
      ['schema', true],
      ['scheduler', true],
      ['calendar', true],
      ['robots', true],
    ]);
  });

  it('R-42 is refused when the last beat is older than two ticks, unless the scheduler is off', async () => {
    office.advanceMs(60_000);
    expect(await failing(health())).toEqual([]);
    office.advanceMs(1);
    expect(await failing(health())).toEqual(['scheduler']);
    expect(await failing(health({ schedulerOn: false }))).toEqual([]);
    await beat(office.dataSource.manager, office.clock.now());
    expect(await failing(health())).toEqual([]);
  });

  it('R-42 is refused before the scheduler has run at all', async () => {
    await office.query(`DELETE FROM scheduler_heartbeat`);
    expect(await failing(health())).toEqual(['scheduler']);
  });

  it('is refused when the schema is not that of the program', async () => {
    await office.query(`INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture1')`);
    expect(await failing(health())).toEqual(['schema']);
  });

  it('is refused when the database cannot be reached', async () => {
    const { time, clock } = office;
    const dataSource = createDataSource(office.database.connection);
    const sources = { dataSource, time, clock, schedulerOn: true, dataDirectory };
    expect(await failing(readHealth(sources))).toEqual(['database']);
  });

  it.each([
    ['2026-10-31 09:00', '放假安排已载入', false],
    ['2026-11-01 09:00', '尚未载入 2027 年放假安排，跨入该年的期限为暂定', false],
    ['2026-12-01 09:00', '尚未载入 2027 年放假安排，跨入该年的期限为暂定', true],
    ['2027-01-04 09:00', '尚未载入 2027 年放假安排，跨入该年的期限为暂定', true],
  ])('R-94 T06 at %s notes on the calendar: %s, yellow: %s', async (now, detail, warning) => {
    office.setNow(now);
    await beat(office.dataSource.manager, office.clock.now());
    expect((await health()).find((check) => check.name === 'calendar')).toEqual({
      name: 'calendar',
      ok: true,
      warning,
      detail,
    });
  });
});
