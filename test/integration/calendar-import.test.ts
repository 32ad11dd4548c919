import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CalendarPreview, CalendarSaved } from '../../apps/server/src/features/calendar/calendar.dto.js';
import { warnMissingCalendar } from '../../apps/server/src/features/calendar/calendar.module.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { systemActor } from '../../apps/server/src/jobs/system-actor.js';
import { makeInstances } from '../../apps/server/src/features/recurring/make-instances.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import { XinmiScene } from '../support/xinmi-scene.js';

const notice = {
  format: 'typed',
  year: 2027,
  notice: '国办发明电〔2026〕9号',
  publishedOn: '2026-11-10',
  off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-05' }],
  work: [{ name: '元旦', date: '2027-01-09' }],
};
const tenDays = { kind: 'working_days', count: 10 } as const;
const secret = '不得外泄的标题';

describe('importing a notice', () => {
  let scene: XinmiScene;
  beforeAll(async () => {
    scene = await XinmiScene.create('2026-12-21');
  });
  afterAll(() => scene.close());

  const clear = () => scene.query(`UPDATE task SET state = 'cancelled'`);
  const preview = (body: object = notice) =>
    scene.call<CalendarPreview>('admin', 'POST', '/api/v1/calendar/preview', { body });
  const confirm = (fingerprint: string) =>
    scene.call<CalendarSaved>('admin', 'POST', '/api/v1/calendar', { body: { ...notice, fingerprint } });
  const view = (task: TaskView) => scene.get<TaskView>('office', `tasks/${task.id}`);
  const counted = (more: object = {}) =>
    scene.addTask({
      title: secret,
      dueRule: tenDays,
      ...more,
      ...('dueOn' in more ? {} : { dueOn: null }),
    } as never);

  test('R-24 a preview that no longer holds is refused, and nothing is changed', async () => {
    const task = await counted();
    const { body } = await preview();
    await counted();
    const answer = await confirm(body.fingerprint);
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'preview_stale' }]);
    expect((await view(task)).dueOn).toBe('2027-01-04');
    expect(await scene.query(`SELECT 1 FROM calendar_year WHERE year = 2027`)).toEqual([]);
  });

  test('R-24 pauses are working days: an effective date moves though its due date stays', async () => {
    await clear();
    const task = await scene.addTask({ dueOn: '2026-12-31' as never });
    await scene.query(`UPDATE task SET paused_days = 2, effective_due_on = '2027-01-04' WHERE id = $1`, [
      task.id,
    ]);
    const [campaign] = (await preview()).body.campaigns;
    expect(campaign?.moves).toMatchObject([
      {
        dueOn: '2026-12-31',
        newDueOn: '2026-12-31',
        effectiveDueOn: '2027-01-04',
        newEffectiveDueOn: '2027-01-07',
      },
    ]);
  });

  test('R-94 R-34 R-28 an unusable notice is refused with all its faults; the two file forms are read', async () => {
    const empty = await preview({ ...notice, off: [], work: [] });
    expect([empty.status, empty.body]).toMatchObject([422, { code: 'calendar_year_empty' }]);
    const idle = await preview({
      ...notice,
      off: Array.from({ length: 12 }, (_, month) => {
        const text = `2027-${String(month + 1).padStart(2, '0')}`;
        return {
          name: '放假',
          from: `${text}-01`,
          to: `${text}-${[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]}`,
        };
      }),
      work: [],
    });
    expect(idle.body).toMatchObject({ code: 'calendar_without_working_day' });
    const bad = await preview({
      ...notice,
      notice: ' ',
      off: [
        { name: '元旦', from: '2027-01-03', to: '2027-01-01' },
        { name: '国庆', from: '2028-10-01', to: '2028-10-01' },
      ],
    });
    const { errors } = bad.body as unknown as { errors: { pointer: string }[] };
    expect(errors.map((error) => error.pointer)).toEqual(['/notice', '/off/0/to', '/off']);
    const json = JSON.stringify({
      year: 2027,
      papers: ['https://www.gov.cn/x'],
      days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }],
    });
    const file = await preview({ format: 'holiday_cn', text: json, notice: notice.notice });
    expect([file.status, file.body.days]).toEqual([200, [{ date: '2027-01-01', kind: 'off', name: '元旦' }]]);
    const yaml =
      'year: 2027\nnotice: 国办\npublishedOn: 2026-11-10\noff:\n  - { name: 元旦, from: 2027-01-01, to: 2027-01-03 }\n';
    expect((await preview({ format: 'yaml', text: yaml })).body).toMatchObject({
      year: 2027,
      replaces: null,
    });
    const broken = await preview({ format: 'yaml', text: yaml.replace('2027-01-03', '2027-02-30') });
    expect(broken.body).toMatchObject({
      code: 'rule_refused',
      errors: [{ pointer: '/text' }, { pointer: '/text' }, { pointer: '/text' }],
    });
  });

  test('R-94 administrators are told once that next year is missing', async () => {
    const warn = () =>
      scene.server.app
        .get(UnitOfWork)
        .run({ actor: systemActor, campaignId: scene.campaignId }, (work) =>
          warnMissingCalendar(work, 'https://x'),
        );
    scene.clock.set('2026-10-30 09:00');
    expect(await warn()).toBe(false);
    scene.clock.set('2026-11-02 09:00');
    expect([await warn(), await warn()]).toEqual([true, false]);
    const told = await scene.query<object>(
      `SELECT account_id, subject FROM outbox_message WHERE kind = 'calendar_missing'`,
    );
    expect(told).toEqual([{ account_id: scene.accountId('admin'), subject: '【均衡】请载入2027年放假安排' }]);
  });

  test('R-24 R-25 R-29 preview, confirm, event, one summary a unit; closed tasks and chosen days stay', async () => {
    scene.clock.set('2026-12-21 09:00');
    await clear();
    const task = await counted();
    expect([task.dueOn, task.provisionalDue]).toEqual(['2027-01-04', true]);
    expect(task.dueRule?.text).toContain('自交办之日起 10 个工作日');
    const second = await counted();
    const draft = await counted({ assign: false });
    const chosen = await scene.addTask({ dueOn: '2027-01-05' as never });
    const closed = await scene.walk(
      await counted({ supportingUnitIds: [] }),
      'finance sign',
      'finance submit',
      'office close',
    );

    const { body } = await preview();
    const [moves, ...others] = body.campaigns;
    expect(others).toEqual([]);
    expect(moves?.units).toEqual([{ unitName: '财政局', count: 2 }]);
    expect(moves?.moves.map((move) => [move.number, move.dueOn, move.newDueOn])).toEqual([
      [task.number, '2027-01-04', '2027-01-07'],
      [second.number, '2027-01-04', '2027-01-07'],
    ]);
    expect(moves?.restDays).toEqual([
      { number: chosen.number, unitName: '财政局', dueOn: '2027-01-05', reason: '元旦放假' },
    ]);
    expect(JSON.stringify(body)).not.toContain(secret);
    expect((await view(task)).dueOn).toBe('2027-01-04');

    const saved = await confirm(body.fingerprint);
    expect([saved.status, saved.body]).toEqual([200, { year: 2027, moved: 2, messages: 2 }]);
    const moved = await view(task);
    expect([moved.dueOn, moved.effectiveDueOn, moved.provisionalDue]).toEqual([
      '2027-01-07',
      '2027-01-07',
      false,
    ]);
    expect((await view(closed)).dueOn).toBe('2027-01-04');
    expect((await view(chosen)).dueOn).toBe('2027-01-05');
    expect((await view(draft)).dueRule?.text).toBe('自交办之日起 10 个工作日，交办时计算。');
    const events = await scene.query<object>(
      `SELECT action, note, due_version FROM task_event WHERE task_id = $1 ORDER BY seq DESC LIMIT 1`,
      [task.id],
    );
    expect(events).toEqual([
      {
        action: 'calendar_change',
        note: '根据国办发明电〔2026〕9号（2027年放假安排）重新计算期限',
        due_version: 2,
      },
    ]);
    const messages = await scene.query<{ account_id: string; tasks: number }>(
      `SELECT account_id, cardinality(task_ids) AS tasks FROM outbox_message WHERE kind = 'calendar_change'`,
    );
    expect(new Set(messages.map((one) => one.account_id)).size).toBe(2);
    expect(messages.every((one) => one.tasks === 2)).toBe(true);

    // The same confirmation again finds another state of things: nothing is said twice.
    expect((await confirm(body.fingerprint)).body).toMatchObject({ code: 'preview_stale' });
    expect((await preview()).body).toMatchObject({ unchanged: true, replaces: notice.notice, campaigns: [] });
  });

  test('R-24 R-29 last days of receipt and review, and due days of periods, are counted anew as well', async () => {
    await clear();
    scene.clock.set('2026-12-31 09:00');
    const waiting = await scene.addTask({ dueOn: '2027-03-01' as never });
    const reviewed = await scene.walk(
      await scene.addTask({ dueOn: '2027-03-01' as never, supportingUnitIds: [] }),
      'finance sign',
      'finance submit',
    );
    expect(waiting.receiptCounted?.text).toBe(
      '2026年12月31日（周四）交办，当日不计，2 个工作日，节假日和周末不计，调休上班日计入，至2027年1月7日（周四）。',
    );
    expect(waiting.receiptCounted?.skipped[0]).toEqual({ date: '2027-01-01', reason: '元旦放假' });
    expect(reviewed.verificationCounted?.text).toContain('5 个工作日');
    const periodic = await periodicTask();
    const lastDays = async (): Promise<unknown[]> => {
      const [one, two, three] = await Promise.all([waiting, reviewed, periodic].map(view));
      return [
        ...[one?.receiptDueOn, one?.supports[0]?.receiptDueOn, two?.verificationDueOn, three?.dueOn],
        ...[one?.dueOn, two?.receiptDueOn],
      ];
    };
    const signed = '2027-01-07';
    expect(await lastDays()).toEqual([
      ...['2027-01-07', '2027-01-07', '2027-01-11', '2027-01-06'],
      ...['2027-03-01', signed],
    ]);
    const longer = { ...notice, off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-07' }], work: [] };
    const { body } = await preview(longer);
    expect(body.campaigns[0]?.moves.map(({ explanation }) => explanation)).toEqual([
      '期限2027年3月1日（周一）不变；签收期限由2027年1月7日（周四）改为2027年1月11日（周一）。配合单位签收期限由2027年1月7日（周四）改为2027年1月11日（周一）。',
      '期限2027年3月1日（周一）不变；审核期限由2027年1月11日（周一）改为2027年1月14日（周四）。',
      expect.stringContaining(
        '2027年1月：2027年1月4日（周一）（元旦放假）顺延到2027年1月8日（周五）。签收期限由',
      ),
    ]);
    const { fingerprint } = body;
    const saved = await scene.call<CalendarSaved>('admin', 'POST', '/api/v1/calendar', {
      body: { ...longer, fingerprint },
    });
    expect([saved.status, saved.body.moved]).toEqual([200, 3]);
    expect(await lastDays()).toEqual([
      ...['2027-01-11', '2027-01-11', '2027-01-14', '2027-01-08'],
      ...['2027-03-01', signed],
    ]);
    const versions = await scene.query<{ due_version: number }>(
      `SELECT due_version FROM task WHERE id = ANY($1) ORDER BY seq`,
      [[waiting.id, periodic.id]],
    );
    expect(versions.map((row) => row.due_version)).toEqual([1, 2]);
  });

  async function periodicTask(): Promise<TaskView> {
    const rule = {
      ...{ title: '经费月报', description: '', audience: 'units', unitIds: [scene.id('unit finance')] },
      ...{ createAheadDays: 20, missed: 'all', requiredEvidence: [], priority: 'normal' },
      recurrence: {
        ...{ frequency: 'month', interval: 1, monthOffset: 0, on: { kind: 'day', day: 4 } },
        ...{ roll: 'forward', firstPeriod: '2027-01', lastPeriod: '2027-01' },
      },
    };
    await scene.call('office', 'POST', 'recurring-rules', { body: { rules: [rule] } });
    await scene.work('office', (work) => makeInstances(work));
    const [made] = await scene.query<{ task_id: string }>(`SELECT task_id FROM recurring_instance`);
    return scene.get<TaskView>('office', `tasks/${made?.task_id}`);
  }
});
