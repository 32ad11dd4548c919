import type { KeyboardEvent, RefObject } from 'react';

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Up and down walk through the rows' links, so that nobody has to press Tab a thousand times. */
export function useRowKeys(box: RefObject<HTMLElement | null>) {
  return (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])];
    if (rows.length === 0) return;
    event.preventDefault();
    rows[step(rows.indexOf(document.activeElement as HTMLElement), rows.length - 1)]?.focus();
  };
}
