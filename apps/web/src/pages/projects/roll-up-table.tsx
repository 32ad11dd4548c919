import { Segmented, Tooltip } from 'antd';
import { Link } from 'react-router';
import type { ProjectQuery } from '../../api/projects.js';
import type {
  LevelSumView,
  PartSumView,
  ProjectSummaryView,
  RollUpLevel,
  RollUpView,
} from '../../api/types.js';
import { levelText, projectsText, projectStageText } from '../../text/projects.js';
import { oneOf, useAddress } from '../indicators/use-address.js';
import { DifferenceFigure, Figure } from './figure.js';
import { projectsUrl, useProjectFilter } from './project-address.js';

const reached: RollUpLevel[] = ['started', 'completed', 'accepted'];
const groupings = ['year', 'stage', 'unit'] as const;
const groupingText = { year: projectsText.byYear, stage: projectsText.byStage, unit: projectsText.byUnit };

interface Part {
  key: string;
  name: string;
  /** What the list is narrowed by to find exactly these projects. */
  query: ProjectQuery;
  sums: RollUpView;
  declared: PartSumView['declared'];
  difference: PartSumView['difference'];
}

const whole = (key: string, name: string, query: ProjectQuery, sums: RollUpView): Part => ({
  ...{ key, name, query, sums },
  declared: null,
  difference: null,
});

function partsOf(summary: ProjectSummaryView, grouping: (typeof groupings)[number]): Part[] {
  const total: Part = { key: 'total', name: projectsText.total, query: {}, ...summary.total };
  if (grouping === 'year') {
    return [
      total,
      ...summary.years.map(({ year, ...part }) => ({
        ...{ key: String(year), name: projectsText.yearName(year), query: { year: String(year) } },
        ...part,
      })),
    ];
  }
  if (grouping === 'stage') {
    return summary.stages.map(({ stage, sums }) => whole(stage, projectStageText[stage], { stage }, sums));
  }
  return summary.units.map(({ unit, sums }) => {
    const id = unit?.id ?? 'none';
    return whole(id, unit?.shortName ?? projectsText.noUnit, { unitId: id }, sums);
  });
}

function Unknown({
  count,
  query,
  kind,
}: {
  count: number;
  query: ProjectQuery;
  kind: 'places' | 'investment';
}) {
  if (count === 0) return null;
  return (
    <Link className="project-unknown-count" to={projectsUrl({ ...query, unknown: kind })}>
      {projectsText.unknownCount(count)}
    </Link>
  );
}

function LevelRow({ part, level, sum }: { part: Part; level: RollUpLevel; sum: LevelSumView }) {
  const { filter } = useProjectFilter();
  const query: ProjectQuery = { ...filter, ...part.query, ...(level === 'planned' ? {} : { level }) };
  return (
    <tr className={`roll-up-${level}`}>
      <td>{levelText[level]}</td>
      <td className="project-number">
        <Link to={projectsUrl(query)} aria-label={`${part.name}${levelText[level]} ${sum.schools}`}>
          {sum.schools}
        </Link>
        {sum.sections !== sum.schools && (
          <span className="roll-up-sections muted">{projectsText.sections(sum.sections)}</span>
        )}
      </td>
      <td className="project-number">
        <Figure value={sum.places.primary} />
      </td>
      <td className="project-number">
        <Figure value={sum.places.junior} />
      </td>
      <td className="project-number">
        <Figure value={sum.places.total} /> <Unknown count={sum.placesUnknown} query={query} kind="places" />
      </td>
      <td className="project-number">
        <Figure value={sum.investment} />{' '}
        <Unknown count={sum.investmentUnknown} query={query} kind="investment" />
      </td>
    </tr>
  );
}

function Cells({
  of,
  Shown,
}: {
  of: NonNullable<Part['difference']>;
  Shown: typeof Declared | typeof DifferenceFigure;
}) {
  const figures = { schools: of.schools, ...of.places, investment: of.investment };
  return (['schools', 'primary', 'junior', 'total', 'investment'] as const).map((name) => (
    <td key={name} className="project-number">
      <Shown value={figures[name]} />
    </td>
  ));
}

/** What the plan leaves out is not unknown: it does not say it. */
function Declared({ value }: { value: number | string | null }) {
  return value === null ? (
    <span className="muted">{projectsText.notDeclared}</span>
  ) : (
    <Figure value={value} />
  );
}

function DeclaredRow({ declared }: Pick<Part, 'declared'>) {
  if (declared === null) return null;
  return (
    <tr className="roll-up-declared">
      <td>
        {projectsText.declared}
        {declared.investmentScope.length > 0 && (
          <div className="muted">{declared.investmentScope.join('；')}</div>
        )}
      </td>
      <Cells of={declared} Shown={Declared} />
    </tr>
  );
}

function DifferenceRow({ difference }: Pick<Part, 'difference'>) {
  if (difference === null) return null;
  return (
    <tr className="roll-up-difference">
      <td>
        <Tooltip title={projectsText.differenceHint}>{projectsText.difference}</Tooltip>
      </td>
      <Cells of={difference} Shown={DifferenceFigure} />
    </tr>
  );
}

function PartRows({ part }: { part: Part }) {
  const { filter } = useProjectFilter();
  const { sums } = part;
  return (
    <tbody>
      <tr className="roll-up-head">
        <th scope="rowgroup" colSpan={6}>
          {part.name}{' '}
          <span className="roll-up-missing">
            {sums.unreported === 0 ? (
              <span className="muted">{projectsText.allReported}</span>
            ) : (
              <Link to={projectsUrl({ ...filter, ...part.query, unreported: 'true' })}>
                {projectsText.unreported(sums.unreported, sums.projects)}
              </Link>
            )}
            {sums.cancelled > 0 && (
              <>
                {' '}
                <Link to={projectsUrl({ ...filter, ...part.query, state: 'cancelled', level: undefined })}>
                  {projectsText.cancelledCount(sums.cancelled)}
                </Link>
              </>
            )}
          </span>
        </th>
      </tr>
      <DeclaredRow declared={part.declared} />
      <LevelRow part={part} level="planned" sum={sums.levels.planned} />
      <DifferenceRow difference={part.difference} />
      {reached.map((level) => (
        <LevelRow key={level} part={part} level={level} sum={sums.levels[level]} />
      ))}
    </tbody>
  );
}

/** The sums, level by level, with the plan's own figures beside them and what nobody knows in sight. */
export function RollUpTable({ summary }: { summary: ProjectSummaryView }) {
  const { get, set } = useAddress();
  const grouping = oneOf(groupings, get('by')) ?? 'year';
  return (
    <div className="stack">
      <Segmented
        className="project-grouping"
        aria-label={projectsText.summary}
        value={grouping}
        options={groupings.map((value) => ({ value, label: groupingText[value] }))}
        onChange={(by) => set({ by: by === 'year' ? undefined : by })}
      />
      {!summary.comparable && <p className="muted">{projectsText.notComparable}</p>}
      <div className="roll-up-scroll" tabIndex={0} role="region" aria-label={projectsText.summary}>
        <table className="roll-up">
          <thead>
            <tr>
              <th scope="col">{projectsText.line}</th>
              <th scope="col">{projectsText.schools}</th>
              <th scope="col">{projectsText.primary}</th>
              <th scope="col">{projectsText.junior}</th>
              <th scope="col">{projectsText.places}</th>
              <th scope="col">{projectsText.investment}</th>
            </tr>
          </thead>
          {partsOf(summary, grouping).map((part) => (
            <PartRows key={part.key} part={part} />
          ))}
        </table>
      </div>
      <ul className="project-notes muted">
        {projectsText.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
