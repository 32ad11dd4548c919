import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { DataSource } from 'typeorm';
import { CLOCK } from '../../database/core.module.js';
import { Authenticator } from '../../http/authenticator.js';
import type { Membership, SignedIn } from '../../http/signed-in.js';
import { hashSessionToken } from './session-token.js';
import { idleMs } from './sessions.js';

/** Writing every request down would cost more than the minute by which a session may end early. */
const touchMs = 60_000;

interface SessionRow {
  id: string;
  login: string;
  name: string;
  administrator: boolean;
  must_change_password: boolean;
  last_seen_at: Date;
  memberships: Membership[];
}

/** Sessions in PostgreSQL: who is behind a token is read anew for every request, so that an end holds everywhere at once. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async authenticate(token: string): Promise<SignedIn | undefined> {
    const now = this.clock.now();
    const sessionId = hashSessionToken(token);
    const [row] = await this.dataSource.query<SessionRow[]>(
      `SELECT a.id, a.login, a.name, a.administrator, a.must_change_password, s.last_seen_at,
              coalesce((SELECT json_agg(json_build_object('campaignId', m.campaign_id, 'role', m.role,
                                                          'unitId', m.unit_id, 'unitName', u.name))
                        FROM membership m LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
                        WHERE m.account_id = a.id), '[]') AS memberships
       FROM session s JOIN account a ON a.id = s.account_id
       WHERE s.id_hash = $1 AND a.active AND s.expires_at > $2 AND s.last_seen_at > $3`,
      [sessionId, new Date(now), new Date(now - idleMs)],
    );
    if (!row) return undefined;
    if (now - row.last_seen_at.getTime() >= touchMs) await this.touch(sessionId, now);
    return {
      sessionId,
      accountId: row.id,
      login: row.login,
      name: row.name,
      administrator: row.administrator,
      mustChangePassword: row.must_change_password,
      memberships: row.memberships,
    };
  }

  private async touch(sessionId: string, now: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE session SET last_seen_at = $2 WHERE id_hash = $1 AND last_seen_at < $2`,
      [sessionId, new Date(now)],
    );
  }
}
