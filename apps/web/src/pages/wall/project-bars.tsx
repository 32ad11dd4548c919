import { Link } from 'react-router';
import type { WallProjectYear } from '../../api/types.js';
import { wallText } from '../../text/wall.js';
import { WallPanel } from './wall-panel.js';

const stages = [
  ['planned', 'plannedPlaces'],
  ['started', 'startedPlaces'],
  ['accepted', 'acceptedPlaces'],
] as const;

function Year({ year, most }: { year: WallProjectYear; most: number }) {
  const gaps = [
    ...(year.withoutPlaces > 0 ? [wallText.withoutPlaces(year.withoutPlaces)] : []),
    ...(year.unreported > 0 ? [wallText.unreported(year.unreported)] : []),
  ];
  return (
    <tr>
      <th scope="row">
        <Link to={`/projects?year=${year.year}`}>{wallText.year(year.year)}</Link>
        <small>{wallText.projectCount(year.projects)}</small>
        {gaps.length > 0 && <small className="wall-gap">{gaps.join(' ')}</small>}
      </th>
      <td>{year.declaredPlaces?.toLocaleString('zh-CN') ?? wallText.placesUnknown}</td>
      <td className="wall-stages">
        {stages.map(([stage, field]) => (
          <div key={stage} className={`wall-stage wall-stage-${stage}`}>
            <span style={{ width: `${((year[field] ?? 0) / most) * 100}%` }} />
            <Link to={`/projects?year=${year.year}`}>
              {wallText[stage]} {year[field]?.toLocaleString('zh-CN') ?? wallText.placesUnknown}
            </Link>
          </div>
        ))}
      </td>
    </tr>
  );
}

/** Places by year: what the plan declares beside what projects have planned, started and had accepted. */
export function ProjectBars({ years }: { years: readonly WallProjectYear[] }) {
  const most = Math.max(1, ...years.flatMap((year) => [year.declaredPlaces ?? 0, year.plannedPlaces ?? 0]));
  return (
    <WallPanel name="projects" title={wallText.projects}>
      <table className="wall-projects">
        <thead>
          <tr>
            <th scope="col">{wallText.projects}</th>
            <th scope="col">{wallText.declared}</th>
            <th scope="col">
              {wallText.planned} {wallText.started} {wallText.accepted}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <Year key={year.year} year={year} most={most} />
          ))}
        </tbody>
      </table>
    </WallPanel>
  );
}
