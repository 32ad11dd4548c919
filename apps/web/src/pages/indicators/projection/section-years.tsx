import { Link } from 'react-router';
import type { Conclusion, ProjectionView, Stage, StageYear } from '../../../api/types.js';
import { Panel } from '../../../parts/panel.js';
import { stageText, verdictText } from '../../../text/indicators.js';
import { projectionText } from '../../../text/projection.js';
import { whatIfUrl } from '../use-address.js';

const shown = [
  ['met', 'met'],
  ['toVerify', 'to_verify'],
  ['unmet', 'unmet'],
] as const satisfies [keyof StageYear, Conclusion][];

/** Met, to verify and unmet as one bar, all years on one scale. */
function Bar({ row, most }: { row: StageYear; most: number }) {
  const at = (count: number) => `${(count / Math.max(1, most)) * 100}%`;
  let before = 0;
  return (
    <svg className="section-bar" aria-hidden focusable="false">
      {shown.map(([field, verdict]) => {
        const start = before;
        before += row[field];
        return (
          <rect
            key={field}
            className={`section-${verdict}`}
            x={at(start)}
            y="15%"
            height="70%"
            width={at(row[field])}
          />
        );
      })}
    </svg>
  );
}

/** Sections of one stage by year; each number opens its schools. */
export function SectionYears({ id, view, stage }: { id: string; view: ProjectionView; stage: Stage }) {
  const rows = view.years.flatMap(({ year, stages }) =>
    stages.filter((row) => row.stage === stage).map((row) => ({ year, row })),
  );
  const most = Math.max(...rows.map(({ row }) => row.met + row.unmet + row.toVerify));
  return (
    <Panel title={projectionText.metByYear(stageText[stage])}>
      <table className="coefficients section-years">
        <thead>
          <tr>
            <th scope="col">{projectionText.year}</th>
            <th scope="col" className="coefficient-cell">
              {projectionText.chart}
            </th>
            {shown.map(([field, verdict]) => (
              <th scope="col" key={field} className="matrix-number">
                <span className={`section-key section-${verdict}`} aria-hidden />
                {verdictText[verdict]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, row }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="coefficient-cell">
                <Bar row={row} most={most} />
              </td>
              {shown.map(([field, verdict]) => (
                <td key={field} className="matrix-number">
                  <Link
                    to={whatIfUrl(id, { tab: 'schools', year: String(year), stage, verdict })}
                    aria-label={projectionText.countLabel(
                      year,
                      stageText[stage],
                      verdictText[verdict],
                      row[field],
                    )}
                  >
                    {row[field]}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
