import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createBatch, previewBatch } from '../../api/tasks.js';
import type { BatchItem } from '../../api/types.js';
import { useRefreshCampaign } from '../../shell/session.js';

interface Draft {
  items: BatchItem[];
  /** Names this very list of items: sent twice, the tasks are made once; a changed list gets a new one. */
  requestId: string;
}

/** The items on their way from preview to tasks. Every change is previewed anew. */
export function useBatch(cid: string) {
  const [draft, setDraft] = useState<Draft>({ items: [], requestId: '' });
  const refresh = useRefreshCampaign();
  const preview = useMutation({ mutationFn: (items: BatchItem[]) => previewBatch(cid, items) });
  const create = useMutation({
    mutationFn: (assign: boolean) => createBatch(cid, { ...draft, assign }),
    onSuccess: () => refresh(cid),
  });
  const setItems = (items: BatchItem[]) => {
    setDraft({ items, requestId: crypto.randomUUID() });
    create.reset();
    if (items.length > 0) preview.mutate(items);
    else preview.reset();
  };
  return {
    items: draft.items,
    preview,
    create,
    setItems,
    changeItem: (index: number, part: Partial<BatchItem>) =>
      setItems(draft.items.map((item, at) => (at === index ? { ...item, ...part } : item))),
    removeItems: (indexes: ReadonlySet<number>) => setItems(draft.items.filter((_, at) => !indexes.has(at))),
  };
}

export type Batch = ReturnType<typeof useBatch>;
