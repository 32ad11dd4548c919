import { Checkbox, type TableColumnsType } from 'antd';
import type { ClauseRow, SessionCampaign } from '../../api/types.js';
import { useClauses } from '../../parts/campaign.queries.js';
import { CountLink } from '../../parts/count-link.js';
import { QueryView } from '../../parts/query-view.js';
import { planTasksUrl } from '../../parts/task-links.js';
import { plan } from '../../text/plan.js';
import { AssignLink } from './assign-link.js';
import { PlanTable, usePlanFilter } from './plan-table.js';

const columnsFor = (campaign: SessionCampaign): TableColumnsType<ClauseRow> => [
  { key: 'number', title: plan.clause, width: 110, render: (_, row) => row.number },
  {
    key: 'title',
    title: plan.tabs.clauses,
    render: (_, row) => (
      <>
        {row.title}
        <div className="muted">
          {[row.group, row.documentTitle].filter((text) => text !== null).join(' · ')}
        </div>
      </>
    ),
  },
  { key: 'duties', title: plan.duties, width: 70, align: 'right', render: (_, row) => row.dutyCount },
  {
    key: 'tasks',
    title: plan.tasks,
    width: 70,
    align: 'right',
    render: (_, row) => (
      <CountLink
        count={row.taskCount}
        to={planTasksUrl({ clauseId: row.id })}
        label={`${row.number} ${plan.tasks}`}
      />
    ),
  },
  {
    key: 'assign',
    title: plan.assign,
    width: 60,
    render: (_, row) => <AssignLink campaign={campaign} kind="clause" id={row.id} title={row.title} />,
  },
];

export function ClausesTab({ campaign }: { campaign: SessionCampaign }) {
  const clauses = useClauses(campaign.id);
  const [without, setWithout] = usePlanFilter('without');
  return (
    <QueryView query={clauses}>
      {(data) => {
        const covered = data.items.filter((clause) => clause.taskCount > 0).length;
        return (
          <PlanTable
            rows={without === 'task' ? data.items.filter((clause) => clause.taskCount === 0) : data.items}
            columns={columnsFor(campaign)}
            textOf={(row) => `${row.number}${row.title}${row.group ?? ''}`}
            filters={
              <>
                <Checkbox
                  checked={without === 'task'}
                  onChange={(event) => setWithout(event.target.checked ? 'task' : undefined)}
                >
                  {plan.withoutTask}
                </Checkbox>
                <span>{plan.coverage(covered, data.items.length)}</span>
              </>
            }
          />
        );
      }}
    </QueryView>
  );
}
