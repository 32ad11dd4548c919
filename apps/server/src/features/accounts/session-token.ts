import { createHash, randomBytes } from 'node:crypto';

const tokenBytes = 32;

/** A fresh 256-bit session id for the cookie. */
export function newSessionToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** What the database keeps of a session id: from it nobody can sign in. */
export function hashSessionToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
