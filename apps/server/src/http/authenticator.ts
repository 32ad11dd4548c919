import type { SignedIn } from './signed-in.js';

/** Turns a session cookie into a person. The accounts feature provides it. */
export abstract class Authenticator {
  /** @returns undefined when the session is unknown, ended, or its account is deactivated */
  abstract authenticate(token: string): Promise<SignedIn | undefined>;
}

/** Keeps a note of what was refused to whom. The audit feature provides it. */
export abstract class DenialLog {
  abstract denied(
    person: SignedIn | undefined,
    campaignId: string | undefined,
    action: string,
  ): Promise<void>;
}
