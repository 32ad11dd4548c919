import type { AuthzStage } from './authz-stage.js';

/** A request that is right in everything but, perhaps, who sends it. */
export interface AuthzRequest {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly query?: string;
}
export type Prepare = (stage: AuthzStage) => AuthzRequest | Promise<AuthzRequest>;

export const campaign = '/api/v1/campaigns/{campaignId}';
