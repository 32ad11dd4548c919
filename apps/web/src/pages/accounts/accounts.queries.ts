import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchAccounts } from '../../api/accounts.js';
import { fetchSettings } from '../../api/settings.js';

const accountsKey = ['accounts'] as const;

export const useAccounts = (q: string, after?: string) =>
  useQuery({
    queryKey: [...accountsKey, q, after ?? null],
    queryFn: () => fetchAccounts({ ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) }),
    placeholderData: keepPreviousData,
  });

export const useSettings = () => useQuery({ queryKey: ['settings'], queryFn: fetchSettings });

/** A change to accounts, after which every list of them is asked anew. */
export function useAccountChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: accountsKey }),
  });
}

export function useRefreshAccounts() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: accountsKey });
}
