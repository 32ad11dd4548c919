import { useSyncExternalStore } from 'react';

const phone = '(max-width: 700px)';

function subscribe(notify: () => void) {
  const list = window.matchMedia(phone);
  list.addEventListener('change', notify);
  return () => list.removeEventListener('change', notify);
}

/** True on a phone, where tables become cards. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(phone).matches);
