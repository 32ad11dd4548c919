import { useCallback, useState } from 'react';

const prefix = 'junheng.draft.';

function read(key: string): string {
  return sessionStorage.getItem(prefix + key) ?? '';
}

/** Text being written, kept in this tab's storage so that a reload or a refusal never loses it. */
export function useDraft(key: string): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => read(key));
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') sessionStorage.removeItem(prefix + key);
      else sessionStorage.setItem(prefix + key, next);
    },
    [key],
  );
  const clear = useCallback(() => write(''), [write]);
  return [text, write, clear];
}
