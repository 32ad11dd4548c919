import { Select, type TableColumnsType } from 'antd';
import type { DutyRow, SessionCampaign } from '../../api/types.js';
import { useDuties } from '../../parts/campaign.queries.js';
import { CountLink } from '../../parts/count-link.js';
import { matchesLabel } from '../../parts/match-label.js';
import { QueryView } from '../../parts/query-view.js';
import { planTasksUrl } from '../../parts/task-links.js';
import { plan } from '../../text/plan.js';
import { AssignLink } from './assign-link.js';
import { PlanTable, usePlanFilter } from './plan-table.js';

const unitName = (duty: DutyRow): string => duty.unit?.shortName ?? plan.townshipDuty;

const columnsFor = (campaign: SessionCampaign): TableColumnsType<DutyRow> => [
  { key: 'unit', title: plan.unit, width: 150, render: (_, row) => unitName(row) },
  { key: 'text', title: plan.duty, render: (_, row) => row.text },
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
        label={`${unitName(row)} ${plan.tasks}`}
      />
    ),
  },
  {
    key: 'assign',
    title: plan.assign,
    width: 60,
    render: (_, row) => <AssignLink campaign={campaign} kind="duty" id={row.id} title={row.text} />,
  },
];

export function DutiesTab({ campaign }: { campaign: SessionCampaign }) {
  const duties = useDuties(campaign.id);
  const [unit, setUnit] = usePlanFilter('unit');
  return (
    <QueryView query={duties}>
      {(data) => (
        <PlanTable
          rows={unit === undefined ? data.items : data.items.filter((duty) => unitName(duty) === unit)}
          columns={columnsFor(campaign)}
          textOf={(row) => `${unitName(row)}${row.text}${row.clause.number}`}
          filters={
            <Select
              className="plan-unit"
              allowClear
              showSearch={{ filterOption: matchesLabel }}
              aria-label={plan.unit}
              placeholder={plan.allUnits}
              value={unit}
              options={[...new Set(data.items.map(unitName))].map((name) => ({ value: name, label: name }))}
              onChange={setUnit}
            />
          }
        />
      )}
    </QueryView>
  );
}
