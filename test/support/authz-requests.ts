import { v7 } from 'uuid';
import type { TaskState } from '../../apps/server/src/features/tasks/task-state.js';
import { type AuthzStage, goodPassword } from './authz-stage.js';
import { importForm, schoolCsv, tableSchools } from './school-table.js';

/** A request that is right in everything but, perhaps, who sends it. */
export interface AuthzRequest {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
type Prepare = (stage: AuthzStage) => AuthzRequest | Promise<AuthzRequest>;

const campaign = '/api/v1/campaigns/{campaignId}';
const version = { version: 1, note: '理由' };
const onTask =
  (state: TaskState): Prepare =>
  async (stage) => ({ parameters: { id: await stage.task(state) }, body: version });
const onPart =
  (state: string): Prepare =>
  async (stage) => ({ parameters: { id: await stage.part(state) }, body: version });
const standingTask: Prepare = ({ standing }) => ({ parameters: { id: standing.task.id } });
const message: Prepare = ({ standing }) => ({
  parameters: { id: standing.messageId, attachmentId: standing.attachmentId },
});
const onAccount =
  (body: object): Prepare =>
  async (stage) => ({ parameters: { id: await stage.account() }, body });
const duty = ({ scene }: AuthzStage) => ({ source: { kind: 'duty', id: scene.id('duty duty-finance-1') } });

const newRobot = {
  channel: 'wecom',
  name: '督办群',
  url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k',
  secret: null,
};

async function robot({ scene }: AuthzStage): Promise<string> {
  const id = v7();
  await scene.query(
    `INSERT INTO robot (campaign_id, id, channel, name, url, created_at) VALUES ($1, $2, $3, $4, $5, now())`,
    [scene.campaignId, id, newRobot.channel, newRobot.name, newRobot.url],
  );
  return id;
}

/** The address of 财政局's handler, suspended. */
async function suspendedMailbox({ scene }: AuthzStage): Promise<AuthzRequest> {
  await scene.query(`UPDATE account SET email = 'finance@example.gov.cn' WHERE login = 'finance'`);
  const rows = await scene.query<{ id: string }>(`SELECT id FROM account WHERE login = 'finance'`);
  await scene.query(
    `INSERT INTO mailbox_failure (address, failures, last_error, suspended_at) VALUES ('finance@example.gov.cn', 3, '550', now())
     ON CONFLICT DO NOTHING`,
  );
  return { parameters: { accountId: rows[0]?.id ?? '' } };
}

/** The address of 财政局's handler's calendar. */
async function calendar({ scene }: AuthzStage): Promise<AuthzRequest> {
  await scene.query(
    `INSERT INTO calendar_feed (campaign_id, account_id, token_hash, created_at)
     SELECT $1, id, encode(sha256('known'), 'hex'), now() FROM account WHERE login = 'finance'
     ON CONFLICT (campaign_id, account_id) DO UPDATE SET token_hash = EXCLUDED.token_hash`,
    [scene.campaignId],
  );
  return { parameters: { token: 'known' } };
}

/** By route; what is not here needs nothing but the ids in its path. */
export const requests: Readonly<Record<string, Prepare>> = {
  'POST /api/v1/session': () => ({ body: { login: 'finance', password: goodPassword } }),
  'PUT /api/v1/session/password': () => ({ body: { current: goodPassword, next: 'Xin-ma3-shui' } }),
  'POST /api/v1/setup': () => ({
    body: { code: 'AAAA-AAAA', login: 'first', name: '首位', password: goodPassword, packId: null },
  }),
  'POST /api/v1/accounts': () => ({ body: { login: `new${v7().slice(-8)}`, name: '新人' } }),
  'PATCH /api/v1/accounts/{id}': onAccount({ version: 1, name: '改名' }),
  'POST /api/v1/accounts/{id}/password-reset': onAccount({}),
  'POST /api/v1/accounts/{id}/deactivation': onAccount({ version: 1 }),
  'POST /api/v1/accounts/{id}/reactivation': async (stage) => {
    const id = await stage.account();
    await stage.scene.query(`UPDATE account SET active = false WHERE id = $1`, [id]);
    return { parameters: { id }, body: { version: 1 } };
  },
  'PUT /api/v1/settings/exercise': () => ({ body: { date: null } }),
  'POST /api/v1/campaigns': () => ({ body: { packId: 'xinmi', name: '又一项' } }),
  'GET /api/v1/campaigns/{id}/pack/preview': ({ scene }) => ({ parameters: { id: scene.campaignId } }),
  'POST /api/v1/campaigns/{id}/pack': async (stage) => ({
    parameters: { id: stage.scene.campaignId },
    body: { fingerprint: await stage.fingerprint() },
  }),
  [`PATCH ${campaign}/units/{id}`]: async ({ scene }) => {
    const id = scene.id('unit tax');
    const [row] = await scene.query<{ version: number }>(`SELECT version FROM unit WHERE id = $1`, [id]);
    return { parameters: { id }, body: { version: row?.version, name: `税务局${row?.version}` } };
  },
  [`POST ${campaign}/task-batches/preview`]: (stage) => ({ body: { items: [duty(stage)] } }),
  [`POST ${campaign}/task-batches`]: (stage) => ({
    body: { requestId: v7(), assign: true, items: [duty(stage)] },
  }),
  [`POST ${campaign}/tasks`]: ({ scene }) => ({ body: scene.newTask() }),
  [`GET ${campaign}/tasks/{id}`]: standingTask,
  [`GET ${campaign}/tasks/{id}/events`]: standingTask,
  [`PATCH ${campaign}/tasks/{id}`]: async (stage) => ({
    parameters: { id: await stage.task('signed') },
    body: { ...version, priority: 'urgent' },
  }),
  [`POST ${campaign}/tasks/{id}/assign`]: onTask('draft'),
  [`POST ${campaign}/tasks/{id}/sign`]: onTask('assigned'),
  [`POST ${campaign}/tasks/{id}/report`]: onTask('signed'),
  [`POST ${campaign}/tasks/{id}/submit`]: onTask('in_progress'),
  [`POST ${campaign}/tasks/{id}/return`]: onTask('in_review'),
  [`POST ${campaign}/tasks/{id}/close`]: onTask('in_review'),
  [`POST ${campaign}/tasks/{id}/suspend`]: onTask('signed'),
  [`POST ${campaign}/tasks/{id}/resume`]: onTask('suspended'),
  [`POST ${campaign}/tasks/{id}/cancel`]: onTask('assigned'),
  [`POST ${campaign}/tasks/{id}/reopen`]: onTask('closed'),
  [`POST ${campaign}/tasks/{id}/support/sign`]: onPart('assigned'),
  [`POST ${campaign}/tasks/{id}/support/report`]: onPart('signed'),
  [`POST ${campaign}/tasks/{id}/support/complete`]: onPart('in_progress'),
  [`POST ${campaign}/tasks/{taskId}/evidence`]: async (stage) => {
    const form = new FormData();
    form.append('kind', 'document');
    form.append('file', new Blob(['佐证']), '佐证.txt');
    return { parameters: { taskId: await stage.task('signed') }, body: form };
  },
  [`GET ${campaign}/tasks/{taskId}/evidence/{evidenceId}/content`]: ({ standing }) => ({
    parameters: { taskId: standing.task.id, evidenceId: standing.evidenceId },
  }),
  [`DELETE ${campaign}/tasks/{taskId}/evidence/{evidenceId}`]: async (stage) => ({
    parameters: await stage.draftFile(),
  }),
  [`POST ${campaign}/school-imports`]: () => ({
    body: importForm({ bytes: schoolCsv(tableSchools(3, 2)) }),
  }),
  [`POST ${campaign}/school-imports/{id}/confirmation`]: ({ standing }) => ({
    parameters: { id: standing.importId },
    body: { goodRowsOnly: false },
  }),
  [`GET ${campaign}/school-imports/{id}/errors.xlsx`]: ({ standing }) => ({
    parameters: { id: standing.importId },
  }),
  [`GET ${campaign}/indicators/schools/{code}`]: ({ standing }) => ({
    parameters: { code: standing.schoolCode },
  }),
  [`POST ${campaign}/outbox-holds/decisions`]: () => ({ body: { decision: 'send', ids: [v7()] } }),
  [`PUT ${campaign}/outbox-holds/sending`]: () => ({ body: { off: false } }),
  [`POST ${campaign}/outbox-holds/mailboxes/{accountId}/restoration`]: suspendedMailbox,
  [`POST ${campaign}/robots`]: () => ({ body: newRobot }),
  [`PATCH ${campaign}/robots/{id}`]: async (stage) => ({
    parameters: { id: await robot(stage) },
    body: { version: 1, name: '改名' },
  }),
  [`POST ${campaign}/robots/{id}/test`]: async (stage) => ({ parameters: { id: await robot(stage) } }),
  [`POST ${campaign}/inbox/readings`]: () => ({ body: { items: [] } }),
  [`GET ${campaign}/calendars/{token}`]: calendar,
  [`GET ${campaign}/outbox/{id}`]: message,
  [`GET ${campaign}/outbox/{id}/attachments/{attachmentId}`]: message,
};
