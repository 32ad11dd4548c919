import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '#kernel';
import { Authenticator, DenialLog } from './authenticator.js';
import { policies, type PolicyName, reachableBeforePasswordChange } from './policies.js';
import { policyKey, publicKey } from './policy.decorator.js';
import type { RequestContext } from './request-context.js';
import { SessionCookie } from './session-cookie.js';
import { actorIn, type SignedIn } from './signed-in.js';

/** The one gate before every route: session, first password, policy. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly denials: DenialLog,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<string | undefined>(publicKey, targets)) return true;
    const request = context.switchToHttp().getRequest<RequestContext>();
    const person = await this.authenticate(request);
    const policy = this.reflector.getAllAndOverride<PolicyName | undefined>(policyKey, targets);
    if (!policy)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no policy`);
    if (person.mustChangePassword && !reachableBeforePasswordChange.has(policy)) {
      throw new DomainError('password_change_required');
    }
    const campaignId = campaignInPath(request);
    const actor = campaignId ? actorIn(person, campaignId) : undefined;
    if (!policies[policy]({ person, actor })) {
      await this.denials.denied(person, campaignId, `${request.method} ${request.routeOptions.url ?? ''}`);
      // Whether a campaign exists is no business of people outside it.
      throw new DomainError(campaignId && !actor ? 'not_found' : 'forbidden');
    }
    request.person = person;
    if (actor) request.actor = actor;
    return true;
  }

  private async authenticate(request: RequestContext): Promise<SignedIn> {
    const token = this.cookie.read(request);
    const person = token ? await this.authenticator.authenticate(token) : undefined;
    if (!person) throw new DomainError('signed_out');
    return person;
  }
}

function campaignInPath(request: RequestContext): string | undefined {
  const { campaignId } = request.params as { campaignId?: string };
  return campaignId;
}
