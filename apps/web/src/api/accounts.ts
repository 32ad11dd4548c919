import { answerOf, client } from './client.js';
import type { AccountChange, Deactivation, NewAccount } from './types.js';

export const fetchAccounts = (query: { q?: string; after?: string }) =>
  answerOf(client.GET('/api/v1/accounts', { params: { query } }));

export const createAccount = (body: NewAccount) => answerOf(client.POST('/api/v1/accounts', { body }));

export const changeAccount = (id: string, body: AccountChange) =>
  answerOf(client.PATCH('/api/v1/accounts/{id}', { params: { path: { id } }, body }));

export const resetPassword = (id: string) =>
  answerOf(client.POST('/api/v1/accounts/{id}/password-reset', { params: { path: { id } } }));

export const deactivateAccount = (id: string, body: Deactivation) =>
  answerOf(client.POST('/api/v1/accounts/{id}/deactivation', { params: { path: { id } }, body }));

export const reactivateAccount = (id: string, version: number) =>
  answerOf(
    client.POST('/api/v1/accounts/{id}/reactivation', { params: { path: { id } }, body: { version } }),
  );
