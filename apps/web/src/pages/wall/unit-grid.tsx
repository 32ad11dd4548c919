import { Link } from 'react-router';
import type { Standing, WallUnit } from '../../api/types.js';
import { countOf } from '../../parts/standing-tiles.js';
import { tasksUrl } from '../../parts/task-links.js';
import { standingText } from '../../text/states.js';
import { wallText } from '../../text/wall.js';
import { WallPanel } from './wall-panel.js';

const shown: readonly Standing[] = [
  'overdue',
  'due_soon',
  'on_track',
  'awaiting_receipt',
  'in_review',
  'closed',
];
// More rows than this are hard to follow with the eye and would not fit below the phases.
const rowsPerTable = 17;

function UnitRow({ unit, counts }: WallUnit) {
  return (
    <tr>
      <th scope="row">
        <Link to={tasksUrl({ unitId: unit.id, part: 'lead' })}>{unit.shortName}</Link>
      </th>
      {shown.map((standing) => {
        const field = countOf[standing];
        const count = field === undefined ? 0 : counts[field];
        return (
          <td key={standing} className={count === 0 ? 'wall-zero' : `wall-cell-${standing}`}>
            <Link
              to={tasksUrl({ unitId: unit.id, part: 'lead', standing })}
              aria-label={`${unit.shortName} ${standingText[standing]} ${count}`}
              tabIndex={count === 0 ? -1 : undefined}
            >
              {count}
            </Link>
          </td>
        );
      })}
    </tr>
  );
}

/** Every unit's tasks by how they stand, in as many tables side by side as keep the rows readable. */
export function UnitGrid({ units }: { units: readonly WallUnit[] }) {
  const tables = Array.from({ length: Math.ceil(units.length / rowsPerTable) }, (_, index) =>
    units.slice(index * rowsPerTable, (index + 1) * rowsPerTable),
  );
  return (
    <WallPanel name="units" title={units.length === 1 ? wallText.unitsOwn : wallText.units(units.length)}>
      <div className="wall-unit-tables">
        {tables.map((rows) => (
          <table key={rows[0]?.unit.id}>
            <thead>
              <tr>
                <th scope="col">{wallText.unit}</th>
                {shown.map((standing) => (
                  <th scope="col" key={standing}>
                    {standingText[standing]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <UnitRow key={row.unit.id} {...row} />
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </WallPanel>
  );
}
