import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { ConstructionRow } from '../../api/types.js';
import { CountLink } from '../../parts/count-link.js';
import { Nothing } from '../../parts/empty.js';
import { planTasksUrl } from '../../parts/task-links.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { appText } from '../../text/app.js';
import { formatDateShort } from '../../text/dates.js';
import { projectKindText, projectsText, projectStageText } from '../../text/projects.js';
import { listOf, withDetail } from '../../text/wording.js';
import { Figure } from './figure.js';
import { ProjectMarks } from './project-marks.js';
import { ProjectStateTag } from './project-state-tag.js';
import { projectUrl } from './project-address.js';

const dateOr = (date: string | null) => (date === null ? appText.dash : formatDateShort(date));

function Next({ row }: { row: ConstructionRow }) {
  if (row.next === null) return appText.dash;
  const { name, planned, late, slipPlanned } = row.next;
  return (
    <>
      {planned === null ? name : withDetail(name, formatDateShort(planned))}
      {late && slipPlanned !== null && (
        <div className="project-mark-late">{projectsText.lateDays(slipPlanned)}</div>
      )}
    </>
  );
}

function Opening({ row }: { row: ConstructionRow }) {
  return (
    <>
      {dateOr(row.opensOn)}
      {row.openingSlip !== null && row.openingSlip !== 0 && (
        <div className={row.openingSlip > 0 ? 'project-mark-late' : 'muted'}>
          {projectsText.slip(row.openingSlip)}
        </div>
      )}
    </>
  );
}

function LastReport({ row }: { row: ConstructionRow }) {
  const last = row.lastReport === null ? projectsText.never : formatDateShort(row.lastReport.on);
  return (
    <>
      {last}
      {row.unreported && <div className="project-mark-warning">{projectsText.missingThisMonth}</div>}
    </>
  );
}

const placesColumn = (stage: 'primary' | 'junior', title: string) => ({
  key: stage,
  title,
  width: 76,
  align: 'right' as const,
  render: (_: unknown, row: ConstructionRow) =>
    row.stages.includes(stage) ? <Figure value={row.places[stage]} /> : '',
});

const unitsOf = (row: ConstructionRow) => listOf([...new Set(row.units.map(({ unit }) => unit.shortName))]);

const columns: TableColumnsType<ConstructionRow> = [
  { key: 'year', title: projectsText.year, width: 64, render: (_, row) => row.year },
  {
    key: 'school',
    title: projectsText.school,
    width: 200,
    render: (_, row) => (
      <>
        <Link to={projectUrl(row.id)}>{row.school}</Link>
        <div className="muted">
          {withDetail(projectKindText[row.kind], listOf(row.stages.map((stage) => projectStageText[stage])))}
        </div>
        <ProjectMarks row={row} />
      </>
    ),
  },
  {
    key: 'state',
    title: projectsText.state,
    width: 96,
    render: (_, row) => <ProjectStateTag state={row.state} />,
  },
  placesColumn('primary', projectsText.primary),
  placesColumn('junior', projectsText.junior),
  {
    key: 'money',
    title: projectsText.moneyColumn,
    width: 170,
    align: 'right',
    render: (_, row) => (
      <>
        <Figure value={row.planned} /> / <Figure value={row.arranged} /> / <Figure value={row.paid} />
      </>
    ),
  },
  { key: 'next', title: projectsText.next, width: 150, render: (_, row) => <Next row={row} /> },
  { key: 'opening', title: projectsText.opening, width: 110, render: (_, row) => <Opening row={row} /> },
  {
    key: 'units',
    title: projectsText.unit,
    width: 130,
    render: (_, row) => unitsOf(row) || <span className="project-unknown">{projectsText.noUnit}</span>,
  },
  { key: 'report', title: projectsText.lastReport, width: 110, render: (_, row) => <LastReport row={row} /> },
  {
    key: 'tasks',
    title: projectsText.tasks,
    width: 56,
    align: 'right',
    render: (_, row) => (
      <CountLink
        count={row.taskCount}
        to={planTasksUrl({ sourceId: row.id })}
        label={`${row.school} ${projectsText.tasks}`}
      />
    ),
  },
];

function Cards({ rows }: { rows: readonly ConstructionRow[] }) {
  return (
    <ul className="project-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={projectUrl(row.id)}>{row.school}</Link>
          <span>
            <ProjectStateTag state={row.state} />{' '}
            <span className="muted">{projectsText.yearName(row.year)}</span>
          </span>
          <ProjectMarks row={row} />
          <span>
            {projectsText.places} <Figure value={row.places.total} />
          </span>
          {row.next !== null && (
            <span>
              {projectsText.next} <Next row={row} />
            </span>
          )}
          <span>
            {projectsText.lastReport} <LastReport row={row} />
          </span>
        </li>
      ))}
    </ul>
  );
}

export function ProjectsTable({ rows }: { rows: readonly ConstructionRow[] }) {
  const narrow = useNarrow();
  if (rows.length === 0) return <Nothing text={projectsText.none} next={projectsText.noneNext} />;
  if (narrow) return <Cards rows={rows} />;
  return (
    <Table<ConstructionRow>
      rowKey="id"
      size="small"
      sticky
      columns={columns}
      dataSource={[...rows]}
      pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      scroll={{ x: 1160 }}
    />
  );
}
