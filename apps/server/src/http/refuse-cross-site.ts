import { DomainError } from '#kernel';
import type { FastifyRequest } from 'fastify';

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses state-changing requests that another site sent, or that carry no sign of where they come from.
 * Browsers set Sec-Fetch-Site (and Origin on every non-GET) and pages cannot forge them; SameSite=Lax is the second wall.
 * @throws DomainError `cross_site`
 */
export async function refuseCrossSite(request: FastifyRequest): Promise<void> {
  if (readOnly.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const sameSite = site === undefined ? true : site === 'same-origin';
  const origin = request.headers.origin;
  const sameOrigin = origin === undefined ? true : hostOf(origin) === request.headers.host;
  if ((site === undefined && origin === undefined) || !sameSite || !sameOrigin)
    throw new DomainError('cross_site');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
