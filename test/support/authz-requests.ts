import { v7 } from 'uuid';
import { civilDate, type TaskState } from '#kernel';
import { recurringRule, storedRule } from './recurring-rule.js';
import { type AuthzStage, goodPassword, oneRung } from './authz-stage.js';
import { calendarRequests } from './authz-calendar-requests.js';
import { censusRequests } from './authz-census-requests.js';
import { indicatorRequests } from './authz-indicator-requests.js';
import { timelineRequests } from './authz-timeline-requests.js';
import { projectRequests } from './authz-project-requests.js';
import { ledgerRequests } from './authz-ledger-requests.js';
import { type AuthzRequest, campaign, type Prepare } from './authz-request.js';
import { simulationRequests } from './authz-simulation-requests.js';

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
const onExtension =
  (body: object): Prepare =>
  async (stage) => ({ parameters: { id: await stage.extension() }, body: { version: 1, ...body } });
const onPauseRequest =
  (body: object): Prepare =>
  async (stage) => ({ parameters: { id: await stage.pauseRequest() }, body: { version: 1, ...body } });
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
    `INSERT INTO robot (campaign_id, id, channel, name, sealed_address, created_at)
     VALUES ($1, $2, $3, $4, '\\x00', now())`,
    [scene.campaignId, id, newRobot.channel, newRobot.name],
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
  [`GET ${campaign}/recurring-rules/{id}`]: ({ standing }) => ({ parameters: { id: standing.recurringId } }),
  [`POST ${campaign}/recurring-rules`]: (stage) => ({ body: { rules: [recurringRule(stage.scene)] } }),
  [`POST ${campaign}/recurring-rules/preview`]: (stage) => ({ body: { rule: recurringRule(stage.scene) } }),
  [`POST ${campaign}/recurring-rules/presets/dismissals`]: () => ({ body: { id: 'projects' } }),
  [`PUT ${campaign}/recurring-rules/{id}`]: async (stage) => ({
    parameters: { id: await storedRule(stage.scene) },
    body: { version: 1, rule: recurringRule(stage.scene) },
  }),
  [`PUT ${campaign}/recurring-rules/{id}/state`]: async (stage) => ({
    parameters: { id: await storedRule(stage.scene) },
    body: { version: 1, state: 'paused' },
  }),
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
  [`GET ${campaign}/tasks/{id}/escalations`]: standingTask,
  [`POST ${campaign}/tasks/{id}/escalations`]: async (stage) => {
    await stage.ladder(true);
    return { parameters: { id: await stage.task('signed') }, body: { rung: 1, reason: '领导批示' } };
  },
  [`PUT ${campaign}/ladder/limits`]: () => ({
    body: { receiptWorkingDays: 2, verificationWorkingDays: 5 },
  }),
  [`POST ${campaign}/ladder/versions`]: () => ({
    body: { ladder: oneRung, leaderIds: [], basis: '督查室核定' },
  }),
  [`POST ${campaign}/ladder/versions/{id}/activation`]: async (stage) => ({
    parameters: { id: await stage.ladder(false) },
  }),
  [`GET ${campaign}/ladder/versions/{id}/preview`]: ({ standing }) => ({
    parameters: { id: standing.ladderId },
  }),
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
  ...calendarRequests,
  ...indicatorRequests,
  ...timelineRequests,
  ...projectRequests,
  ...simulationRequests,
  ...ledgerRequests,
  ...censusRequests,
  [`PUT ${campaign}/reminders/rules`]: async ({ scene }) => {
    const { version } = await scene.get<{ version: number }>('office', 'reminders/rules');
    return { body: { version, rules: [] } };
  },
  [`POST ${campaign}/reminders/rules/preview`]: () => ({ body: { rules: [] } }),
  [`GET ${campaign}/reminders/tasks/{id}`]: standingTask,
  [`GET ${campaign}/reminders/people/{id}`]: ({ scene }) => ({
    parameters: { id: scene.accountId('finance') },
  }),
  [`PUT ${campaign}/extension-chain`]: () => ({ body: { chain: 'office_supervision' } }),
  [`GET ${campaign}/tasks/{taskId}/extensions`]: ({ standing }) => ({
    parameters: { taskId: standing.task.id },
  }),
  [`POST ${campaign}/tasks/{taskId}/extensions`]: async (stage) => ({
    parameters: { taskId: await stage.task('signed', { due: civilDate('2022-10-31') }) },
    body: { requestedOn: '2022-11-30', reason: '理由', progress: '进展' },
  }),
  [`POST ${campaign}/tasks/{taskId}/extension-doors`]: async (stage) => ({
    parameters: { taskId: await stage.task('signed', { due: civilDate('2022-09-01') }) },
    body: { untilOn: '2022-12-31', reason: '理由' },
  }),
  [`POST ${campaign}/tasks/{taskId}/pause-requests`]: async (stage) => ({
    parameters: { taskId: await stage.task('signed') },
    body: { reason: '理由', expectedEndOn: '2022-12-31' },
  }),
  [`POST ${campaign}/extensions/{id}/approval`]: onExtension({ grantedOn: '2022-11-30' }),
  [`POST ${campaign}/extensions/{id}/refusal`]: onExtension({ ground: '理由' }),
  [`POST ${campaign}/extensions/{id}/withdrawal`]: onExtension({}),
  [`POST ${campaign}/pause-requests/{id}/approval`]: onPauseRequest({}),
  [`POST ${campaign}/pause-requests/{id}/refusal`]: onPauseRequest({ ground: '理由' }),
  [`POST ${campaign}/outbox-holds/decisions`]: () => ({ body: { decision: 'send', ids: [v7()] } }),
  [`PUT ${campaign}/outbox-holds/sending`]: () => ({ body: { off: false } }),
  [`POST ${campaign}/outbox-holds/mailboxes/{accountId}/restoration`]: suspendedMailbox,
  [`POST ${campaign}/robots`]: () => ({ body: newRobot }),
  [`PATCH ${campaign}/robots/{id}`]: async (stage) => ({
    parameters: { id: await robot(stage) },
    body: { version: 1, name: '改名' },
  }),
  [`PUT ${campaign}/robots/{id}/address`]: async (stage) => ({
    parameters: { id: await robot(stage) },
    body: { version: 1, url: newRobot.url, secret: null },
  }),
  [`POST ${campaign}/robots/{id}/test`]: async (stage) => ({ parameters: { id: await robot(stage) } }),
  [`POST ${campaign}/inbox/readings`]: () => ({ body: { items: [] } }),
  [`GET ${campaign}/calendars/{token}`]: calendar,
  [`GET ${campaign}/outbox/{id}`]: message,
  [`GET ${campaign}/outbox/{id}/attachments/{attachmentId}`]: message,
};
