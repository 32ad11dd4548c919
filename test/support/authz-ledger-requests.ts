import { campaign, type Prepare } from './authz-request.js';
import type { AuthzStage } from './authz-stage.js';
import { entryOf, fresh, previewed, withFile } from './authz-ledger-scene.js';

const onEntry =
  (body: object, more: (stage: AuthzStage) => Readonly<Record<string, unknown>> = () => ({})): Prepare =>
  async (stage) => ({ parameters: { id: await entryOf(stage, more(stage)) }, body: { version: 1, ...body } });

function form(): FormData {
  const sent = new FormData();
  sent.append('file', new Blob(['台账编号,措施\r\nTZ-9999,分班\r\n']), '台账.csv');
  return sent;
}

function file(): FormData {
  const sent = new FormData();
  sent.append('kind', 'roster');
  sent.append('file', new Blob(['名册']), '名册.txt');
  return sent;
}

const problem: Prepare = () => ({ parameters: { kind: 'problem' } });
const applied = ({ scene }: AuthzStage) => ({
  state: 'applied',
  applied_by: scene.accountId('finance'),
  application_no: 1,
  achieved_on: '2022-09-10',
  closing_ground: 'solved',
});
const rechecked = (stage: AuthzStage) => ({
  ...applied(stage),
  state: 'rechecked',
  rechecked_by: stage.scene.accountId('supervision'),
});

/** What the routes of people's work on ledgers need beyond the ids in their paths. */
export const ledgerRequests: Readonly<Record<string, Prepare>> = {
  [`GET ${campaign}/ledgers/{kind}`]: problem,
  [`GET ${campaign}/ledgers/{kind}/schools`]: problem,
  [`GET ${campaign}/ledgers/{kind}/entries`]: problem,
  [`GET ${campaign}/ledgers/{kind}/entries.xlsx`]: problem,
  [`GET ${campaign}/ledgers/{kind}/template.xlsx`]: problem,
  [`POST ${campaign}/ledgers/{kind}/entries`]: async (stage) => {
    return {
      parameters: { kind: 'migrant' },
      body: {
        schoolCode: stage.standing.schoolCode,
        unitId: stage.scene.id('unit finance'),
        fields: { period: `第${fresh()}期`, total: 3, done: 1 },
      },
    };
  },
  [`POST ${campaign}/ledgers/{kind}/imports`]: () => ({ parameters: { kind: 'problem' }, body: form() }),
  [`POST ${campaign}/ledgers/{kind}/imports/{id}/confirmation`]: async (stage) => ({
    parameters: { kind: 'problem', id: await previewed(stage) },
    body: {},
  }),
  [`GET ${campaign}/ledgers/{kind}/imports/{id}/errors.xlsx`]: ({ standing }) => ({
    parameters: { kind: 'problem', id: standing.ledger.importId },
  }),
  [`GET ${campaign}/ledger-entries/{id}`]: ({ standing }) => ({
    parameters: { id: standing.ledger.entryId },
  }),
  [`POST ${campaign}/ledger-entries/{id}/plan`]: onEntry({ measure: '分班' }),
  [`POST ${campaign}/ledger-entries/{id}/report`]: onEntry({ note: '进展' }),
  [`POST ${campaign}/ledger-entries/{id}/application`]: async (stage) => ({
    parameters: { id: (await withFile(stage)).entryId },
    body: { version: 1, note: '已分班', ground: 'solved', achievedOn: '2022-09-10' },
  }),
  [`POST ${campaign}/ledger-entries/{id}/return`]: onEntry({ note: '理由' }, applied),
  [`POST ${campaign}/ledger-entries/{id}/recheck`]: onEntry({}, applied),
  [`POST ${campaign}/ledger-entries/{id}/confirmation`]: onEntry({}, rechecked),
  [`POST ${campaign}/ledger-entries/{id}/reopening`]: onEntry({ note: '理由' }, (stage) => ({
    ...rechecked(stage),
    state: 'unit_closed',
  })),
  [`POST ${campaign}/ledger-entries/{entryId}/evidence`]: async (stage) => ({
    parameters: { entryId: await entryOf(stage) },
    body: file(),
  }),
  [`GET ${campaign}/ledger-entries/{entryId}/evidence/{evidenceId}/content`]: ({ standing: { ledger } }) => ({
    parameters: { entryId: ledger.entryId, evidenceId: ledger.evidenceId },
  }),
  [`POST ${campaign}/ledger-entries/{entryId}/evidence/{evidenceId}/voiding`]: async (stage) => ({
    parameters: await withFile(stage),
    body: { reason: '传错了' },
  }),
};
