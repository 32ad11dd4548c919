import type { Work } from '../../database/unit-of-work.js';
import type { Claim } from './claim-messages.js';
import type { Settlement } from './delivery-outcome.js';
import { longestText, type RobotAddress } from './robot-request.js';
import type { RobotPlace, RobotSecrets } from './robot-vault.js';
import type { RobotChannel } from './robots.dto.js';

/** 钉钉 blocks a robot for ten minutes beyond 20 a minute; the others allow no more either (R-23, T11). */
export const postsPerMinute = 20;
const minuteMs = 60_000;
const leaseMs = 60_000;
const mergedAtMost = 50;
/** How soon a robot whose address cannot be opened is looked at again. */
const unreadableMs = 10 * minuteMs;

export interface ClaimedRobot extends RobotAddress {
  readonly id: string;
  /** What waited longest, as much as fits into one post, in the order of writing. */
  readonly messageIds: readonly string[];
  readonly text: string;
  readonly attempts: number;
}

/** What the claim needs of the delivery. */
export interface RobotPost {
  /** One message as the group reads it. */
  write(message: { kind: string; subject: string; body: string }): string;
  /** @returns undefined when the address cannot be opened */
  open(place: RobotPlace, sealed: Buffer | null): RobotSecrets | undefined;
}

interface WaitingMessage {
  id: string;
  kind: string;
  subject: string;
  body: string;
  attempts: number;
}

/**
 * Takes a robot for one post: nobody else posts to it meanwhile, which keeps the order and the count of the minute.
 * Messages that wait are merged, so that a rush is a few posts.
 * @returns `unreadable` when the robot's address cannot be opened: it is put back and its messages wait untouched
 */
export async function claimRobot(
  work: Work,
  claim: Claim,
  post: RobotPost,
): Promise<ClaimedRobot | { readonly unreadable: string } | undefined> {
  const robot = await takeRobot(work, claim);
  if (!robot) return undefined;
  const { id, channel } = robot;
  const secrets = post.open({ campaignId: work.campaignId, id }, robot.sealed);
  if (!secrets) {
    await putAside(work, id, claim);
    return { unreadable: id };
  }
  const waiting = await work.manager.query<WaitingMessage[]>(
    `SELECT id, kind, subject, body, attempts FROM outbox_message
     WHERE campaign_id = $1 AND target = $2 AND status IN ('queued', 'sending', 'uncertain')
     ORDER BY created_at, id LIMIT ${mergedAtMost}`,
    [work.campaignId, id],
  );
  const { messages, text } = merge(waiting, (message) => post.write(message), longestText[channel]);
  const messageIds = messages.map((message) => message.id);
  await work.manager.query(
    `UPDATE outbox_message SET status = 'sending', attempts = attempts + 1, claim_token = $3, lease_until = $4
     WHERE campaign_id = $1 AND id = ANY($2)`,
    [work.campaignId, messageIds, claim.token, new Date(claim.nowMs + leaseMs)],
  );
  const attempts = 1 + Math.max(...messages.map((message) => message.attempts));
  return { id, channel, ...secrets, messageIds, text, attempts };
}

interface TakenRobot {
  readonly id: string;
  readonly channel: RobotChannel;
  readonly sealed: Buffer | null;
}

async function takeRobot(work: Work, claim: Claim): Promise<TakenRobot | undefined> {
  const now = new Date(claim.nowMs);
  const [[robot]] = await work.manager.query<[TakenRobot[]]>(
    `UPDATE robot SET claim_token = $2, lease_until = $3,
       recent_posts = array_append(ARRAY(SELECT p FROM unnest(recent_posts) p WHERE p > $5), $4::timestamptz)
     WHERE campaign_id = $1 AND id = (
       SELECT r.id FROM robot r
       WHERE r.campaign_id = $1 AND r.active AND (r.lease_until IS NULL OR r.lease_until <= $4)
         AND (r.not_before IS NULL OR r.not_before <= $4)
         AND (SELECT count(*) FROM unnest(r.recent_posts) p WHERE p > $5) < $6
         AND EXISTS (SELECT 1 FROM outbox_message m WHERE m.campaign_id = $1 AND m.target = r.id
           AND m.status IN ('queued', 'sending', 'uncertain'))
       ORDER BY r.id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, channel, sealed_address AS sealed`,
    [
      work.campaignId,
      claim.token,
      new Date(claim.nowMs + leaseMs),
      now,
      new Date(claim.nowMs - minuteMs),
      postsPerMinute,
    ],
  );
  return robot;
}

/** Nothing was posted, so nothing counts; others have their turn meanwhile. */
async function putAside(work: Work, id: string, claim: Claim): Promise<void> {
  await work.manager.query(
    `UPDATE robot SET claim_token = NULL, lease_until = NULL, not_before = $3, recent_posts = trim_array(recent_posts, 1)
     WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id, new Date(claim.nowMs + unreadableMs)],
  );
}

function merge(
  waiting: readonly WaitingMessage[],
  write: (message: WaitingMessage) => string,
  bytes: number,
): { messages: WaitingMessage[]; text: string } {
  const messages: WaitingMessage[] = [];
  let text = '';
  for (const message of waiting) {
    const longer = text === '' ? write(message) : `${text}\n\n${write(message)}`;
    if (messages.length > 0 && Buffer.byteLength(longer) > bytes) break;
    messages.push(message);
    text = longer;
  }
  return { messages, text: cutTo(text, bytes) };
}

/** A single message that is too long for the vendor loses its end rather than all of it. */
function cutTo(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const cut = Buffer.from(text)
    .subarray(0, bytes - 6)
    .toString('utf8');
  return `${cut.replace(/\uFFFD+$/, '')}……`;
}

/** Gives the robot back and says what became of the messages; the post counts from its end, when the vendor has surely seen it. */
export async function settleRobot(
  work: Work,
  robot: ClaimedRobot,
  claim: Claim,
  word: Settlement,
): Promise<void> {
  const lastError = 'lastError' in word ? word.lastError : null;
  const notBefore = 'retryAfterMs' in word ? new Date(claim.nowMs + word.retryAfterMs) : null;
  const [, kept] = await work.manager.query<[unknown[], number]>(
    `UPDATE robot SET claim_token = NULL, lease_until = NULL, last_error = $4, not_before = $5,
       recent_posts[array_length(recent_posts, 1)] = $6
     WHERE campaign_id = $1 AND id = $2 AND claim_token = $3`,
    [work.campaignId, robot.id, claim.token, lastError, notBefore, new Date(claim.nowMs)],
  );
  if (kept === 0) return;
  await work.manager.query(
    `UPDATE outbox_message SET status = $4, last_error = $5, not_before = $6, sent_at = $7, claim_token = NULL,
       lease_until = NULL, attempts = least(attempts, $8)
     WHERE campaign_id = $1 AND id = ANY($2) AND claim_token = $3 AND status = 'sending'`,
    [
      work.campaignId,
      robot.messageIds,
      claim.token,
      word.status,
      lastError,
      notBefore,
      word.status === 'sent' ? new Date(claim.nowMs) : null,
      'attempts' in word ? word.attempts : null,
    ],
  );
}
