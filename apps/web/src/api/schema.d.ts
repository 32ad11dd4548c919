import type * as t from './types.js';

/** The routes as openapi-typescript writes them, kept by hand until the server's document can be generated from. */
interface Operation<Ok, Path, Query, Body> {
  parameters: { query?: Query; header?: never; cookie?: never } & PathOf<Path>;
  requestBody: { content: { 'application/json': Body } };
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Ok } } };
}
interface Bodyless<Ok, Path, Query> {
  parameters: { query?: Query; header?: never; cookie?: never } & PathOf<Path>;
  requestBody?: never;
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Ok } } };
}
type NoPath = undefined;
type PathOf<Path> = Path extends undefined ? { path?: never } : { path: Path };
type Get<Ok, Path = NoPath, Query = never> = { get: Bodyless<Ok, Path, Query> };
type Post<Body, Ok, Path = NoPath> = { post: Operation<Ok, Path, never, Body> };
type Put<Body, Ok, Path = NoPath> = { put: Operation<Ok, Path, never, Body> };
type Patch<Body, Ok, Path = NoPath> = { patch: Operation<Ok, Path, never, Body> };
type Delete<Path = NoPath> = { delete: Bodyless<undefined, Path, never> };

interface InCampaign {
  cid: string;
}
interface InRow {
  cid: string;
  id: string;
}
type Step = { version: number; note?: string };
type Items<T> = { items: T[] };
export interface TaskFilter {
  standing?: string;
  state?: string;
  unitId?: string;
  part?: 'lead' | 'support' | 'any';
  clauseId?: string;
  q?: string;
  priority?: string;
  sort?: 'due' | 'number' | 'unit' | 'updated';
  order?: 'asc' | 'desc';
  after?: string;
  limit?: number;
}

export interface paths {
  '/api/v1/instance': Get<t.InstanceView>;
  '/api/v1/setup': Post<
    {
      code: string;
      login: string;
      name: string;
      password: string;
      packId: string | null;
      campaignName?: string;
    },
    t.SessionView
  >;
  '/api/v1/session': Get<t.SessionView> & Post<{ login: string; password: string }, t.SessionView> & Delete;
  '/api/v1/session/password': Put<{ current: string; next: string }, t.SessionView>;
  '/api/v1/accounts': Get<t.AccountPage, NoPath, { q?: string; after?: string }> &
    Post<
      {
        login: string;
        name: string;
        email?: string;
        administrator?: boolean;
        membership?: { campaignId: string; role: t.Role; unitId?: string };
      },
      t.CreatedAccount
    >;
  '/api/v1/accounts/{id}': Patch<
    {
      version: number;
      name?: string;
      email?: string;
      membership?: { campaignId: string; role: t.Role; unitId?: string };
    },
    t.AccountRow,
    { id: string }
  >;
  '/api/v1/accounts/{id}/password-reset': Post<
    Record<string, never>,
    { initialPassword: string },
    { id: string }
  >;
  '/api/v1/accounts/{id}/deactivation': Post<
    { version: number; handOverTo?: string },
    t.AccountRow,
    { id: string }
  >;
  '/api/v1/accounts/{id}/reactivation': Post<{ version: number }, t.AccountRow, { id: string }>;
  '/api/v1/settings': Get<t.SettingsView>;
  '/api/v1/settings/exercise': Put<{ date: string | null }, t.SettingsView>;
  '/api/v1/campaigns': Post<{ packId: string; name?: string }, t.CampaignView>;
  '/api/v1/campaigns/{cid}': Get<t.CampaignView, InCampaign>;
  '/api/v1/campaigns/{cid}/pack/preview': Get<t.PackDiffView, InCampaign>;
  '/api/v1/campaigns/{cid}/pack': Post<{ fingerprint: string }, t.PackDiffView, InCampaign>;
  '/api/v1/campaigns/{cid}/units': Get<Items<t.UnitRow>, InCampaign>;
  '/api/v1/campaigns/{cid}/units/{id}': Patch<
    { version: number; name: string; shortName?: string },
    t.UnitRow,
    InRow
  >;
  '/api/v1/campaigns/{cid}/duties': Get<Items<t.DutyRow>, InCampaign, { unitId?: string }>;
  '/api/v1/campaigns/{cid}/clauses': Get<Items<t.ClauseRow>, InCampaign>;
  '/api/v1/campaigns/{cid}/targets': Get<Items<t.TargetRow>, InCampaign>;
  '/api/v1/campaigns/{cid}/projects': Get<t.ProjectsView, InCampaign>;
  '/api/v1/campaigns/{cid}/overview': Get<t.OverviewView, InCampaign>;
  '/api/v1/campaigns/{cid}/desks/assigning': Get<t.AssigningDesk, InCampaign>;
  '/api/v1/campaigns/{cid}/desks/handling': Get<t.HandlingDesk, InCampaign>;
  '/api/v1/campaigns/{cid}/desks/supervising': Get<t.SupervisingDesk, InCampaign>;
  '/api/v1/campaigns/{cid}/tasks': Get<t.TaskPage, InCampaign, TaskFilter> &
    Post<t.NewTask, t.TaskView, InCampaign>;
  '/api/v1/campaigns/{cid}/tasks/{id}': Get<t.TaskView, InRow> & Patch<t.TaskChange, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/events': Get<t.TaskEvents, InRow>;
  '/api/v1/campaigns/{cid}/task-batches/preview': Post<{ items: t.BatchItem[] }, t.BatchPreview, InCampaign>;
  '/api/v1/campaigns/{cid}/task-batches': Post<
    { requestId: string; assign: boolean; items: t.BatchItem[] },
    t.BatchResult,
    InCampaign
  >;
  '/api/v1/campaigns/{cid}/tasks/{id}/assign': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/sign': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/report': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/submit': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/return': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/close': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/suspend': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/resume': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/cancel': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/reopen': Post<Step & { dueOn?: string | null }, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/support/sign': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/support/report': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/support/complete': Post<Step, t.TaskView, InRow>;
  '/api/v1/campaigns/{cid}/tasks/{id}/evidence/{eid}': Delete<InRow & { eid: string }>;
  '/api/v1/campaigns/{cid}/reports/overdue': Get<t.OverdueReport, InCampaign, { asOf?: string }>;
  '/api/v1/campaigns/{cid}/outbox': Get<t.OutboxPage, InCampaign, { status?: string; after?: string }>;
  '/api/v1/campaigns/{cid}/outbox/{id}': Get<t.OutboxView, InRow>;
}
