import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { asProblem } from '../../../api/problem.js';
import type { EnrolmentRow, WhatIfChange, WhatIfProject, WhatIfView } from '../../../api/types.js';
import { changeWhatIf } from '../../../api/what-ifs.js';
import { useDraft } from '../../../parts/use-draft.js';
import { useCampaign, useRefreshCampaign } from '../../../shell/session.js';
import { basisText } from '../../../text/projection.js';

const storedOf = (view: WhatIfView): WhatIfChange => ({
  version: view.version,
  name: view.name,
  dataSetId: view.dataSet.id,
  goalYear: view.goalYear,
  enrolment: view.enrolment,
  projects: view.projects,
});

export interface Basis {
  draft: WhatIfChange;
  /** Something typed is not saved. */
  dirty: boolean;
  change: (changes: Partial<WhatIfChange>) => void;
  setEnrolment: (rows: EnrolmentRow[]) => void;
  setProjects: (rows: WhatIfProject[]) => void;
  save: () => void;
  reset: () => void;
  saving: boolean;
  error: unknown;
  loadLatest: () => void;
  /** What the server says of a row: its pointer begins with this one. */
  faultsOf: (pointer: string) => string[];
}

/** What is being typed, kept in this tab until it is saved; a refusal loses nothing. */
export function useBasis(view: WhatIfView): Basis {
  const campaign = useCampaign();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const [text, write, clear] = useDraft(`what-if.${view.id}`);
  const draft = text === '' ? storedOf(view) : (JSON.parse(text) as WhatIfChange);
  const change = (changes: Partial<WhatIfChange>) => write(JSON.stringify({ ...draft, ...changes }));
  const saving = useMutation({
    mutationFn: () => changeWhatIf(campaign.id, view.id, draft),
    onSuccess: async () => {
      clear();
      await refresh(campaign.id);
      void message.success(basisText.saved);
    },
  });
  const faults = saving.error === null ? [] : (asProblem(saving.error).body.errors ?? []);
  return {
    draft,
    dirty: text !== '',
    change,
    setEnrolment: (enrolment) => change({ enrolment }),
    setProjects: (projects) => change({ projects }),
    save: () => saving.mutate(),
    reset: () => {
      clear();
      saving.reset();
    },
    saving: saving.isPending,
    error: saving.error,
    loadLatest: () => {
      saving.reset();
      change({ version: view.version });
      void refresh(campaign.id);
    },
    faultsOf: (pointer) =>
      faults
        .filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
        .map((fault) => fault.message),
  };
}
