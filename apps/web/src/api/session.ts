import { answerOf, client } from './client.js';
import type { SetupRequest } from './types.js';

export const fetchInstance = () => answerOf(client.GET('/api/v1/instance'));
export const fetchSession = () => answerOf(client.GET('/api/v1/session'));
export const signIn = (body: { login: string; password: string }) =>
  answerOf(client.POST('/api/v1/session', { body }));
export const signOut = () => answerOf(client.DELETE('/api/v1/session'));
export const changePassword = (body: { current: string; next: string }) =>
  answerOf(client.PUT('/api/v1/session/password', { body }));
export const setUp = (body: SetupRequest) => answerOf(client.POST('/api/v1/setup', { body }));
