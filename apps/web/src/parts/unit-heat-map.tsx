import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { StandingCounts, UnitOverviewRow } from '../api/types.js';
import { standingMeaning, standingText } from '../text/states.js';
import { unitsText } from '../text/units.js';
import { CountLink } from './count-link.js';
import { countedStandings, countOf } from './standing-tiles.js';
import { tasksUrl } from './task-links.js';
import './unit-heat-map.css';

function level(count: number, most: number): number {
  if (count === 0) return 0;
  return Math.max(1, Math.ceil((count / Math.max(most, 1)) * 3));
}

function maxima(rows: readonly UnitOverviewRow[]): StandingCounts {
  const most: StandingCounts = {
    total: 0,
    awaitingReceipt: 0,
    onTrack: 0,
    dueSoon: 0,
    overdue: 0,
    inReview: 0,
    undetermined: 0,
    suspended: 0,
    closed: 0,
  };
  for (const { lead } of rows) {
    for (const field of Object.keys(most) as (keyof StandingCounts)[])
      most[field] = Math.max(most[field], lead[field]);
  }
  return most;
}

function UnitCells({ row, most }: { row: UnitOverviewRow; most: StandingCounts }) {
  const { unit, lead } = row;
  const place = { unitId: unit.id, part: 'lead' as const };
  return (
    <>
      {countedStandings.map((standing) => {
        const field = countOf[standing];
        const count = field === undefined ? 0 : lead[field];
        const heat = field === undefined ? 0 : level(count, most[field]);
        return (
          <td key={standing} className={`heat heat-${standing} heat-${heat}`}>
            <CountLink
              count={count}
              to={tasksUrl({ ...place, standing })}
              label={`${unit.shortName} ${standingText[standing]}`}
            />
          </td>
        );
      })}
      <td className="heat">
        <CountLink
          count={lead.total}
          to={tasksUrl({ ...place, standing: countedStandings.join(',') })}
          label={`${unit.shortName} ${unitsText.total}`}
        />
      </td>
      <td className="heat">
        <CountLink
          count={row.supportOpen}
          to={tasksUrl({ unitId: unit.id, part: 'open_support' })}
          label={`${unit.shortName} ${unitsText.supportOpen}`}
        />
      </td>
    </>
  );
}

interface Props {
  rows: readonly UnitOverviewRow[];
  /** More columns at the right, for the page that also edits units. */
  extra?: { title: string; hint?: string; cell: (row: UnitOverviewRow) => ReactNode }[];
  name?: (row: UnitOverviewRow) => ReactNode;
}

/** Units by standing: the deeper the colour, the more tasks; every number opens its list. */
export function UnitHeatMap({ rows, extra = [], name }: Props) {
  const most = maxima(rows);
  return (
    <div className="heat-frame" role="region" aria-label={unitsText.heatMap} tabIndex={0}>
      <table className="heat-map">
        <thead>
          <tr>
            <th scope="col">{unitsText.unit}</th>
            {countedStandings.map((standing) => (
              <th scope="col" key={standing} title={standingMeaning[standing]}>
                {standingText[standing]}
              </th>
            ))}
            <th scope="col">{unitsText.total}</th>
            <th scope="col" title={unitsText.supportOpenHint}>
              {unitsText.supportOpen}
            </th>
            {extra.map(({ title, hint }) => (
              <th scope="col" key={title} title={hint}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit.id}>
              <th scope="row">
                {name?.(row) ?? (
                  <Link to={tasksUrl({ unitId: row.unit.id, part: 'any' })}>{row.unit.shortName}</Link>
                )}
              </th>
              <UnitCells row={row} most={most} />
              {extra.map(({ title, cell }) => (
                <td key={title}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
