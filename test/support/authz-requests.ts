import { v7 } from 'uuid';
import type { TaskState } from '../../apps/server/src/features/tasks/task-state.js';
import { type AuthzStage, goodPassword, oneRung } from './authz-stage.js';
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
  [`GET ${campaign}/outbox/{id}`]: message,
  [`GET ${campaign}/outbox/{id}/attachments/{attachmentId}`]: message,
};
