import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor } from '../database/actor.js';
import type { PolicyName } from './policies.js';
import type { RequestContext } from './request-context.js';
import type { SignedIn } from './signed-in.js';

export const policyKey = 'junheng:policy';
export const publicKey = 'junheng:public';

/** Names the policy a route is guarded by; every route has this or `@Public`. */
export const Policy = (name: PolicyName): MethodDecorator & ClassDecorator => SetMetadata(policyKey, name);

/** Says on purpose that a route needs no session, and why. */
export const Public = (reason: string): MethodDecorator & ClassDecorator => SetMetadata(publicKey, reason);

/** The person as actor of the campaign in the path. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestContext>();
  if (!actor) throw new Error('this route has no campaign in its path, or no policy that asks for a member');
  return actor;
});

export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { person } = context.switchToHttp().getRequest<RequestContext>();
  if (!person) throw new Error('a public route has no person');
  return person;
});
