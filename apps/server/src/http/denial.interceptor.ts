import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { DomainError, type ProblemCode } from '#kernel';
import { catchError, type Observable } from 'rxjs';
import { DenialLog } from './authenticator.js';
import type { RequestContext } from './request-context.js';

// What a unit may not see answers as if it did not exist, so asking for it is a denial too.
const denials: ReadonlySet<ProblemCode> = new Set(['forbidden', 'not_found']);

/** Notes what the operations of a campaign refuse behind the gate: whoever feels their way through ids leaves a trace. */
@Injectable()
export class DenialInterceptor implements NestInterceptor {
  constructor(private readonly log: DenialLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RequestContext>();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        const { campaignId } = request.params as { campaignId?: string };
        if (campaignId && request.person && error instanceof DomainError && denials.has(error.code)) {
          await this.log.denied(
            request.person,
            campaignId,
            `${request.method} ${request.routeOptions.url ?? ''}`,
          );
        }
        throw error;
      }),
    );
  }
}
