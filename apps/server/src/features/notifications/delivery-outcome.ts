/** What became of one attempt to hand a message to the mail server. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted' }
  /** The server refused this mailbox or message for good. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The server refused it for now. */
  | { readonly kind: 'deferred'; readonly reason: string }
  /** The server cannot be used at all: that is no fault of this message, so it is never given up for it. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** All of it was handed over and no answer came: it may have arrived. */
  | { readonly kind: 'uncertain'; readonly reason: string };

interface SmtpFailure {
  readonly message: string;
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
}

const aboutTheMessage = new Set(['RCPT TO', 'DATA']);

/**
 * Reads the error of the mail library.
 * @param handedOver whether the whole message had been given to the connection
 */
export function readFailure(error: SmtpFailure, handedOver: boolean): DeliveryOutcome {
  const reason = error.message.slice(0, 500);
  const { responseCode, command } = error;
  if (typeof responseCode !== 'number') return { kind: handedOver ? 'uncertain' : 'unreachable', reason };
  // 421 closes the service, 503 is about the session, and what precedes RCPT is about us and not the recipient.
  const aboutUs = responseCode === 421 || responseCode === 503 || !aboutTheMessage.has(String(command));
  if (aboutUs) return { kind: 'unreachable', reason };
  return { kind: responseCode >= 500 ? 'refused' : 'deferred', reason };
}

/** The states in which an attempt leaves a message. */
export type Settlement =
  | { readonly status: 'sent' }
  | { readonly status: 'dead'; readonly lastError: string }
  | {
      readonly status: 'queued' | 'uncertain';
      readonly lastError: string;
      readonly retryAfterMs: number;
      /** How many attempts count from now on, where not all of them do. */
      readonly attempts?: number;
    };

const firstDelayMs = 30_000;
const longestDelayMs = 3_600_000;
const attemptsAllowed = 8;
// However long the server cannot be used, half of the attempts are left for what this mailbox does afterwards.
const countedOfOutage = attemptsAllowed / 2;

/**
 * What follows from an outcome (T09).
 * @param attempt 1 for the first one
 * @param random 0 ≤ random < 1, spreads the retries
 * @param mayHaveArrived whether an attempt before this one ended without an answer: no refusal of a later one takes that back
 */
export function settle(
  outcome: DeliveryOutcome,
  attempt: number,
  random: number,
  mayHaveArrived = false,
): Settlement {
  if (outcome.kind === 'accepted') return { status: 'sent' };
  const lastError = outcome.reason;
  const exhausted = attempt >= attemptsAllowed && outcome.kind !== 'unreachable';
  if (outcome.kind === 'refused' || exhausted) return { status: 'dead', lastError };
  const retryAfterMs = retryDelayMs(attempt, random);
  const status = mayHaveArrived || outcome.kind === 'uncertain' ? 'uncertain' : 'queued';
  if (outcome.kind === 'unreachable')
    return { status, lastError, retryAfterMs, attempts: Math.min(attempt, countedOfOutage) };
  return { status, lastError, retryAfterMs };
}

/** Between half and one and a half times min(2^attempt · 30 s, 1 h). */
export function retryDelayMs(attempt: number, random: number): number {
  return Math.round(Math.min(2 ** attempt * firstDelayMs, longestDelayMs) * (0.5 + random));
}
