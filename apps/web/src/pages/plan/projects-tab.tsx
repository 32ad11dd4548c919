import { Select, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { ProjectRow, ProjectsView, ProjectYearRow, SessionCampaign } from '../../api/types.js';
import { useProjects } from '../../parts/campaign.queries.js';
import { CountLink } from '../../parts/count-link.js';
import { QueryView } from '../../parts/query-view.js';
import { planTasksUrl } from '../../parts/task-links.js';
import { appText } from '../../text/app.js';
import { plan } from '../../text/plan.js';
import { AssignLink } from './assign-link.js';
import { PlanTable, usePlanFilter } from './plan-table.js';
import { listOf } from '../../text/wording.js';

const orDash = (value: number | string | null) => (value === null ? appText.dash : value);

const yearColumns = (show: (year: string) => void): TableColumnsType<ProjectYearRow> => [
  { key: 'year', title: plan.year, render: (_, row) => plan.yearName(row.year) },
  { key: 'schools', title: plan.declaredSchools, align: 'right', render: (_, row) => row.schools },
  {
    key: 'listed',
    title: plan.listedSchools,
    align: 'right',
    render: (_, row) => (
      <button type="button" className="plain-link" onClick={() => show(String(row.year))}>
        {row.listed}
        {row.listed !== row.schools && <span className="plan-mismatch"> {plan.mismatch}</span>}
      </button>
    ),
  },
  {
    key: 'primary',
    title: plan.primaryPlaces,
    align: 'right',
    render: (_, row) => orDash(row.places.primary),
  },
  { key: 'junior', title: plan.juniorPlaces, align: 'right', render: (_, row) => orDash(row.places.junior) },
  { key: 'total', title: plan.totalPlaces, align: 'right', render: (_, row) => orDash(row.places.total) },
  { key: 'investment', title: plan.investment, align: 'right', render: (_, row) => orDash(row.investment) },
  { key: 'clause', title: plan.clause, render: (_, row) => row.clause.number },
];

const projectColumns = (campaign: SessionCampaign): TableColumnsType<ProjectRow> => [
  { key: 'year', title: plan.year, width: 80, render: (_, row) => plan.yearName(row.year) },
  {
    key: 'school',
    title: plan.school,
    render: (_, row) => <Link to={`/projects/${row.id}`}>{row.school}</Link>,
  },
  { key: 'kind', title: plan.kind, width: 90, render: (_, row) => plan.projectKinds[row.kind] },
  {
    key: 'stages',
    title: plan.stages,
    width: 120,
    render: (_, row) => listOf(row.stages.map((stage) => plan.stageNames[stage])),
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
        label={`${row.school} ${plan.tasks}`}
      />
    ),
  },
  {
    key: 'assign',
    title: plan.assign,
    width: 60,
    render: (_, row) => <AssignLink campaign={campaign} kind="project" id={row.id} title={row.school} />,
  },
];

function Content({ view, campaign }: { view: ProjectsView; campaign: SessionCampaign }) {
  const [year, setYear] = usePlanFilter('year');
  const years = [...new Set(view.projects.map((project) => String(project.year)))];
  return (
    <div className="stack">
      <h2>{plan.yearTotals}</h2>
      <Table<ProjectYearRow>
        size="small"
        rowKey="year"
        columns={yearColumns(setYear)}
        dataSource={view.years}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <h2>
        {plan.tabs.projects} <Link to="/projects">{plan.toProjects}</Link>
      </h2>
      <PlanTable
        rows={year === undefined ? view.projects : view.projects.filter((one) => String(one.year) === year)}
        columns={projectColumns(campaign)}
        textOf={(row) => row.school}
        filters={
          <Select
            className="plan-year"
            allowClear
            aria-label={plan.year}
            placeholder={plan.allYears}
            value={year}
            options={years.map((value) => ({ value, label: plan.yearName(Number(value)) }))}
            onChange={setYear}
          />
        }
      />
    </div>
  );
}

export function ProjectsTab({ campaign }: { campaign: SessionCampaign }) {
  const projects = useProjects(campaign.id);
  return <QueryView query={projects}>{(data) => <Content view={data} campaign={campaign} />}</QueryView>;
}
