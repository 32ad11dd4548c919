import type { FastifyRequest } from 'fastify';
import type { Actor } from '../database/actor.js';
import type { SignedIn } from './signed-in.js';

/** What the guards leave on a request for the controllers. */
export interface RequestContext extends FastifyRequest {
  person?: SignedIn;
  actor?: Actor;
}
