import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../../http/signed-in.js';
import { recordAudit } from '../audit/audit.module.js';
import { endSessions } from './sessions.js';

/** Signing out ends all sessions of the account, those in other browsers too (T32). */
export async function signOut(manager: EntityManager, person: SignedIn, now: number): Promise<void> {
  await endSessions(manager, [person.accountId]);
  await recordAudit(manager, {
    at: new Date(now),
    account: { id: person.accountId, name: person.name },
    action: 'sign_out',
    outcome: 'done',
  });
}
