import type { TableColumnsType } from 'antd';
import type { SessionCampaign, TargetRow } from '../../api/types.js';
import { useTargets } from '../../parts/campaign.queries.js';
import { CountLink } from '../../parts/count-link.js';
import { QueryView } from '../../parts/query-view.js';
import { planTasksUrl } from '../../parts/task-links.js';
import { appText } from '../../text/app.js';
import { formatDate } from '../../text/dates.js';
import { plan } from '../../text/plan.js';
import { AssignLink } from './assign-link.js';
import { PlanTable } from './plan-table.js';

function valueOf(target: TargetRow): string {
  if (target.kind === 'date') return formatDate(target.value);
  return `${target.operator} ${target.value} ${target.unit}`;
}

const columnsFor = (campaign: SessionCampaign): TableColumnsType<TargetRow> => [
  { key: 'kind', title: plan.kind, width: 80, render: (_, row) => plan.targetKinds[row.kind] },
  { key: 'name', title: plan.target, render: (_, row) => row.name },
  { key: 'value', title: plan.value, width: 170, render: (_, row) => valueOf(row) },
  {
    key: 'dueOn',
    title: plan.by,
    width: 170,
    render: (_, row) => (row.dueOn === null ? appText.dash : formatDate(row.dueOn)),
  },
  { key: 'clause', title: plan.clause, width: 130, render: (_, row) => row.clause.number },
  {
    key: 'tasks',
    title: plan.tasks,
    width: 70,
    align: 'right',
    render: (_, row) => (
      <CountLink
        count={row.taskCount}
        to={planTasksUrl({ sourceId: row.id })}
        label={`${row.name} ${plan.tasks}`}
      />
    ),
  },
  {
    key: 'assign',
    title: plan.assign,
    width: 60,
    render: (_, row) => <AssignLink campaign={campaign} kind="target" id={row.id} title={row.name} />,
  },
];

export function TargetsTab({ campaign }: { campaign: SessionCampaign }) {
  const targets = useTargets(campaign.id);
  return (
    <QueryView query={targets}>
      {(data) => (
        <PlanTable
          rows={data.items}
          columns={columnsFor(campaign)}
          textOf={(row) => `${row.name}${row.clause.number}`}
        />
      )}
    </QueryView>
  );
}
