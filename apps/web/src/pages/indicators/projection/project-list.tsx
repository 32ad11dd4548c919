import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useNavigate } from 'react-router';
import type { WhatIfProject, WhatIfView } from '../../../api/types.js';
import { changeWhatIf, createWhatIf } from '../../../api/what-ifs.js';
import { Nothing } from '../../../parts/empty.js';
import { Panel } from '../../../parts/panel.js';
import { ProblemAlert } from '../../../parts/problem-alert.js';
import { useCampaign, useRefreshCampaign } from '../../../shell/session.js';
import { basisText } from '../../../text/projection.js';
import { whatIfUrl } from '../use-address.js';
import { blankProject } from './blank-project.js';
import { ProjectCard } from './project-card.js';
import type { Basis } from './use-basis.js';

/** Copies the what-if as it is saved, with one project a year later. */
function useSaveAsLater(view: WhatIfView) {
  const campaign = useCampaign();
  const refresh = useRefreshCampaign();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (index: number) => {
      const name = basisText.laterName(view.name, view.projects[index]?.name ?? '');
      const { id, version } = await createWhatIf(campaign.id, { name, copyOf: view.id });
      const projects = view.projects.map((project, at) =>
        at === index && project.opensIn !== null ? { ...project, opensIn: project.opensIn + 1 } : project,
      );
      const { goalYear, enrolment, dataSet } = view;
      return changeWhatIf(campaign.id, id, {
        version,
        name,
        goalYear,
        enrolment,
        projects,
        dataSetId: dataSet.id,
      });
    },
    onSuccess: ({ id }) => {
      void refresh(campaign.id);
      void navigate(whatIfUrl(id));
    },
  });
}

function PlanSelect({
  view,
  rows,
  onAdd,
}: {
  view: WhatIfView;
  rows: readonly WhatIfProject[];
  onAdd: (row: WhatIfProject) => void;
}) {
  const taken = new Set(rows.map(({ projectId }) => projectId));
  const options = view.plan
    .filter(({ id }) => !taken.has(id))
    .map(({ id, school, kind, year, opensOn }) => ({
      value: id,
      label: basisText.fromPlanHint(school, basisText.planKinds[kind], year, opensOn),
    }));
  // One that was saved and taken off again is not among those offered, until the page is read anew.
  const rowOf = (id: string): WhatIfProject => {
    const offered = view.offered.find(({ projectId }) => projectId === id);
    const saved = view.projects.find(({ projectId }) => projectId === id);
    return offered ?? saved ?? { ...blankProject, projectId: id };
  };
  return (
    <Select
      className="basis-plan"
      aria-label={basisText.fromPlan}
      placeholder={basisText.fromPlan}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      options={options}
      onChange={(id: string | null) => id !== null && onAdd(rowOf(id))}
    />
  );
}

/** Those whose opening is known: each with its places and resources, to be looked through before it is saved. */
function TakeOver({
  view,
  rows,
  onAdd,
}: {
  view: WhatIfView;
  rows: readonly WhatIfProject[];
  onAdd: (rows: WhatIfProject[]) => void;
}) {
  const taken = new Set(rows.map(({ projectId }) => projectId));
  const known = view.offered.filter(({ projectId, opensIn }) => opensIn !== null && !taken.has(projectId));
  return (
    <Button disabled={known.length === 0} onClick={() => onAdd(known)}>
      {basisText.takeOver(known.length)}
    </Button>
  );
}

export function ProjectList({ view, basis }: { view: WhatIfView; basis: Basis }) {
  const { draft, setProjects, faultsOf, dirty } = basis;
  const rows = draft.projects;
  const later = useSaveAsLater(view);
  const replace = (index: number, ...by: WhatIfProject[]) => setProjects(rows.toSpliced(index, 1, ...by));
  return (
    <Panel title={basisText.projects} extra={<span className="muted">{basisText.projectsLead}</span>}>
      <div className="stack">
        {rows.length === 0 && <Nothing text={basisText.noProjects} />}
        {rows.map((row, index) => (
          <ProjectCard
            key={index}
            row={row}
            index={index}
            view={view}
            pending={dirty ? undefined : view.pending.find((each) => each.row === index)}
            faults={faultsOf(`/projects/${index}`)}
            onChange={(changed) => replace(index, changed)}
            onRemove={() => replace(index)}
            onSaveAsLater={dirty ? undefined : () => later.mutate(index)}
          />
        ))}
        {later.error !== null && <ProblemAlert error={later.error} />}
        {view.mayWrite && (
          <div className="row">
            <TakeOver view={view} rows={rows} onAdd={(more) => setProjects([...rows, ...more])} />
            <PlanSelect view={view} rows={rows} onAdd={(row) => setProjects([...rows, row])} />
            <Button onClick={() => setProjects([...rows, blankProject])}>{basisText.addProject}</Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
