import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { DomainError, problemCatalogue, type ProblemCode } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

const byStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'signed_out',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  429: 'too_many',
};
const connectionTrouble = /^(08|57P0|53300)/;
// What was sent cannot be stored: a NUL character, as text or in JSON, or a number beyond its column.
const unstorable = new Set(['22021', '22P05', '22003']);
// Half of a surrogate pair in JSON has no code of its own: it is a syntax error like many others.
const halfCharacter = /surrogate/i;
const networkTrouble = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ETIMEDOUT', 'EPIPE']);

/** Every failure as RFC 9457 problem+json, from the catalogue; what is unexpected is logged under the request number. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toDomainError(error);
    if (problemCatalogue[problem.code].status >= 500) {
      this.logger.error(`${request.id} ${request.method} ${request.routeOptions.url ?? ''}`, stackOf(error));
    }
    if (!reply.sent) sendProblem(reply, problem, request.id);
  }
}

/** Writes the problem document of a refusal. */
export function sendProblem(reply: FastifyReply, problem: DomainError, requestId: string): void {
  const kind = problemCatalogue[problem.code];
  const retryAfter = problem.extra['retryAfterSeconds'];
  if (typeof retryAfter === 'number') void reply.header('Retry-After', String(retryAfter));
  void reply
    .status(kind.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `/problems/${problem.code}`,
        title: kind.title,
        status: kind.status,
        code: problem.code,
        detail: problem.detail ?? kind.title,
        advice: kind.advice,
        requestId,
        ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
        ...problem.extra,
      }),
    );
}

/** Maps whatever was thrown to a code of the catalogue. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const code = codeOf(error);
  if (code && (unstorable.has(code) || (code === '22P02' && halfCharacter.test(detailOf(error))))) {
    return new DomainError('malformed');
  }
  if (code === 'ENOSPC' || code === '53100') return new DomainError('storage_full');
  if (code && (connectionTrouble.test(code) || networkTrouble.has(code)))
    return new DomainError('unavailable');
  if (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  ) {
    return new DomainError('unavailable');
  }
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status !== undefined && status < 500) return new DomainError(byStatus[status] ?? 'malformed');
  return new DomainError('internal');
}

function detailOf(error: unknown): string {
  const detail = (error as { driverError?: { detail?: unknown } }).driverError?.detail;
  return typeof detail === 'string' ? detail : '';
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
