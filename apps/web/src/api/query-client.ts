import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

export const sessionKey = ['session'] as const;
export const instanceKey = ['instance'] as const;

/** A session that ended elsewhere sends the reader to the sign-in page, whichever call found out. */
function onProblem(error: unknown) {
  if (!(error instanceof ApiProblem)) return;
  if (error.body.code === 'signed_out') queryClient.setQueryData(sessionKey, null);
  if (error.body.code === 'password_change_required')
    void queryClient.invalidateQueries({ queryKey: sessionKey });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onProblem }),
  mutationCache: new MutationCache({ onError: onProblem }),
  // Without network a call fails at once and says so, instead of waiting unseen for the network to come back.
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (count, error) => count < 1 && error instanceof ApiProblem && error.body.status === 0,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
