import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ServerConfig } from '../../apps/server/src/config/server-config.js';
import { CONFIG } from '../../apps/server/src/database/core.module.js';
import { demoPassword } from '../../apps/server/src/features/accounts/accounts.module.js';
import type {
  IndicatorBoard,
  SchoolMatrix,
} from '../../apps/server/src/features/indicators/indicators.dto.js';
import type { InstanceView } from '../../apps/server/src/features/settings/instance.dto.js';
import type { SessionView } from '../../apps/server/src/features/accounts/session.dto.js';
import { checkEvidence, EvidenceStore } from '../../apps/server/src/features/evidence/evidence.module.js';
import { firstContent } from '../../apps/server/src/features/example/first-content.js';
import type {
  AssigningDesk,
  HandlingDesk,
  SupervisingDesk,
} from '../../apps/server/src/features/tasks/overview.dto.js';
import type { TaskPage } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { loadPublishedCalendar } from '../../apps/server/src/prepare.js';
import { type AppUnderTest, StandingClock, startApp } from '../support/app-under-test.js';
import { tableContents } from '../support/table-contents.js';

const clock = new StandingClock('2026-11-22 10:00');
let server: AppUnderTest;
let demo: InstanceView['demoAccounts'];

const fill = async (): Promise<{ hints: string[]; progress: string[] }> => {
  const progress: string[] = [];
  const config = server.app.get<ServerConfig>(CONFIG);
  const hints = await firstContent({ dataSource: server.dataSource, config, clock }, (line) =>
    progress.push(line),
  );
  return { hints, progress };
};

async function api<T>(path: string, cookie?: string): Promise<T> {
  const response = await fetch(`${server.origin}/api/v1${path}`, { headers: cookie ? { cookie } : {} });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

async function signIn(login: string): Promise<{ cookie: string; session: SessionView }> {
  const response = await fetch(`${server.origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ login, password: demoPassword }),
  });
  expect(response.status).toBe(200);
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, session: (await response.json()) as SessionView };
}

beforeAll(async () => {
  server = await startApp({ clock });
  await loadPublishedCalendar(server.dataSource);
  // Two processes that find an empty database at the same time.
  const [one, two] = await Promise.all([fill(), fill()]);
  expect([one.progress.length, two.progress.length].toSorted()).toEqual([0, 1]);
  expect(one.hints).toEqual(two.hints);
  ({ demoAccounts: demo } = await api<InstanceView>('/instance'));
});
afterAll(() => server.close());

describe('the example', () => {
  test('is loaded once: a later start changes nothing and names the same accounts', async () => {
    const before = await tableContents(server.dataSource);
    const { hints, progress } = await fill();
    expect(progress).toEqual([]);
    for (const { login } of demo) expect(hints.join('\n')).toContain(login);
    expect(hints.join('\n')).toContain(demoPassword);
    expect(await tableContents(server.dataSource)).toEqual(before);
    expect(await server.dataSource.query(`SELECT count(*)::int AS campaigns FROM campaign`)).toEqual([
      { campaigns: 1 },
    ]);
  });

  test('opens on 2022-09-15 and lets every role in', async () => {
    const { session } = await signIn('zfb');
    expect(session).toMatchObject({
      today: '2022-09-15',
      exerciseDate: '2022-09-15',
      demo: true,
      mustChangePassword: false,
    });
    expect(new Set(demo.map(({ roleName }) => roleName)).size).toBe(5);
  });

  test('no desk is empty, for any demo account that has one', async () => {
    let desks = 0;
    for (const { login } of demo) {
      const { cookie, session } = await signIn(login);
      const [campaign] = session.campaigns;
      if (!campaign) continue;
      desks += 1;
      const path = `/campaigns/${campaign.id}/desks/${campaign.desk}`;
      const rows = {
        assigning: (desk: AssigningDesk) => [desk.awaitingReview, desk.notSigned, desk.clausesWithoutTask],
        supervising: (desk: SupervisingDesk) => [desk.overdue, desk.overdueUnits, desk.recentlyClosed],
        handling: (desk: HandlingDesk) => [
          [
            ...desk.toSign,
            ...desk.returned,
            ...desk.supportToSign,
            ...desk.open,
            ...desk.supporting,
            ...desk.inReview,
          ],
        ],
      };
      const lists =
        campaign.desk === 'assigning'
          ? rows.assigning(await api(path, cookie))
          : campaign.desk === 'supervising'
            ? rows.supervising(await api(path, cookie))
            : rows.handling(await api(path, cookie));
      for (const list of lists) expect([login, list.length > 0]).toEqual([login, true]);
    }
    expect(desks).toBeGreaterThanOrEqual(7);
  });

  test('shows signed, running, late, returned, in review, closed, undetermined, and drafts', async () => {
    const { cookie, session } = await signIn('dcj');
    const { items, total } = await api<TaskPage>(
      `/campaigns/${session.campaigns[0]?.id}/tasks?limit=200`,
      cookie,
    );
    expect(total).toBe(items.length);
    const standings = new Set(items.map(({ standing }) => standing));
    for (const standing of [
      'awaiting_receipt',
      'on_track',
      'due_soon',
      'overdue',
      'in_review',
      'closed',
      'undetermined',
      'suspended',
      'draft',
    ] as const)
      expect([standing, standings.has(standing)]).toEqual([standing, true]);
    expect(items.some(({ returned }) => returned)).toBe(true);
    expect(items.some(({ state }) => state === 'signed')).toBe(true);
    expect(items.every(({ example }) => example)).toBe(true);
  });

  test('was made by the ordinary operations: each task is what its history says, within the past', async () => {
    const odd = await server.dataSource.query(
      `SELECT t.seq FROM task t
       JOIN LATERAL (SELECT to_state, effective_due_on FROM task_event e WHERE e.task_id = t.id ORDER BY seq DESC LIMIT 1) e ON TRUE
       WHERE e.to_state <> t.state OR e.effective_due_on IS DISTINCT FROM t.effective_due_on OR t.submitted_by = t.reviewed_by`,
    );
    expect(odd).toEqual([]);
    const [times] = await server.dataSource.query<{ ordered: boolean; past: boolean }[]>(
      `SELECT bool_and(previous IS NULL OR previous <= at) AS ordered, bool_and(at < '2022-09-15T10:00+08') AS past
       FROM (SELECT at, lag(at) OVER (PARTITION BY task_id ORDER BY seq) AS previous FROM task_event) e`,
    );
    expect(times).toEqual({ ordered: true, past: true });
    const missing = await server.dataSource.query(
      `SELECT t.seq FROM task t WHERE t.state IN ('in_review', 'closed') AND EXISTS (
         SELECT 1 FROM unnest(t.required_evidence) AS kind WHERE NOT EXISTS (
           SELECT 1 FROM evidence e WHERE e.task_id = t.id AND e.kind = kind.kind AND e.status = 'frozen'))`,
    );
    expect(missing).toEqual([]);
  });

  test('has an invented self-check, so that the indicator pages show met, unmet and missing figures', async () => {
    const { cookie, session } = await signIn('zfb');
    const path = `/campaigns/${session.campaigns[0]?.id}/indicators`;
    const board = await api<IndicatorBoard>(`${path}/board`, cookie);
    expect(board.dataSet).toMatchObject({ kind: 'self_check', asOf: '2022-09-01', schools: 16 });
    const matrix = await api<SchoolMatrix>(`${path}/matrix?stage=primary`, cookie);
    expect(new Set(matrix.rows.map(({ verdict }) => verdict))).toEqual(
      new Set(['met', 'unmet', 'to_verify']),
    );
    expect(matrix.rows.every(({ name }) => name.startsWith('示例'))).toBe(true);
    expect(matrix.excluded.length).toBeGreaterThan(0);
  });

  test('R-85 its files are in the store, unchanged, and nothing else is', async () => {
    const found = await checkEvidence(server.dataSource.manager, server.app.get(EvidenceStore));
    expect(found.rows).toBeGreaterThan(0);
    expect([found.missing, found.changed, found.filesWithoutRow]).toEqual([[], [], []]);
  });
});
