import { useState } from 'react';
import type { EvidenceKind } from '../api/types.js';
import { useRefreshCampaign } from '../shell/session.js';

export interface RunningUpload {
  key: string;
  kind: EvidenceKind;
  file: File;
  percent: number;
  error: unknown;
}

/** Sends one file and tells how far it is. */
export type SendFile = (
  kind: EvidenceKind,
  file: File,
  onProgress: (percent: number) => void,
) => Promise<unknown>;

/** Files on their way. One that failed stays here with its reason until it is sent again or given up. */
export function useUploads(cid: string, sendFile: SendFile, onDone: (name: string) => void) {
  const [uploads, setUploads] = useState<RunningUpload[]>([]);
  const refresh = useRefreshCampaign();
  const change = (key: string, part: Partial<RunningUpload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));
  const send = async (upload: RunningUpload) => {
    try {
      await sendFile(upload.kind, upload.file, (percent) => change(upload.key, { percent }));
      drop(upload.key);
      onDone(upload.file.name);
      await refresh(cid);
    } catch (error) {
      change(upload.key, { error });
    }
  };
  return {
    uploads,
    drop,
    start: (kind: EvidenceKind, file: File) => {
      const upload = { key: crypto.randomUUID(), kind, file, percent: 0, error: null };
      setUploads((all) => [...all, upload]);
      void send(upload);
    },
    again: (upload: RunningUpload) => {
      change(upload.key, { percent: 0, error: null });
      void send(upload);
    },
  };
}
