import { Link } from 'react-router';
import type { BoardRow, UnitRef } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { gapTasksUrl, tasksUrl } from '../../parts/task-links.js';
import { VerdictTag, WeakMark } from '../../parts/verdict-tag.js';
import {
  boardText,
  cycleText,
  groupText,
  indicatorsText,
  levelText,
  typeText,
} from '../../text/indicators.js';
import { labelled, listOf } from '../../text/wording.js';
import { Course } from './course.js';
import { GapTasksButton } from './gap-tasks-button.js';
import { matrixUrl, useDataSetId } from './use-address.js';

const groups = Object.keys(groupText) as BoardRow['group'][];

function Units({
  label,
  units,
  names,
}: {
  label: string;
  units: readonly UnitRef[];
  names: readonly string[];
}) {
  if (units.length === 0 && names.length === 0) return null;
  return (
    <div className="board-units">
      <span className="muted">{label}</span>
      {units.map((unit) => (
        <Link key={unit.id} to={tasksUrl({ unitId: unit.id, part: 'any' })}>
          {unit.shortName}
        </Link>
      ))}
      {names.length > 0 && <span>{listOf(names)}</span>}
    </div>
  );
}

/** C1 to C7 open the schools that miss them; the other figures have no list of schools. */
function Unmet({ row }: { row: BoardRow }) {
  const dataSetId = useDataSetId();
  if (row.group !== 'resources' || row.schoolsTotal === 0) return null;
  const words = boardText.sections(row.schoolsUnmet, row.schoolsTotal);
  return (
    <div>
      <Link
        to={matrixUrl({ dataSetId, stage: 'both', missed: row.id })}
        aria-label={labelled(boardText.unmetLabel(row.id), words)}
      >
        {words}
      </Link>
    </div>
  );
}

/** How many tasks are open, and the way to make them where something is missed. */
function BoardTasks({ row }: { row: BoardRow }) {
  const dataSetId = useDataSetId();
  return (
    <div className="board-tasks">
      {row.openTasks > 0 && (
        <Link to={gapTasksUrl(row.id)} aria-label={boardText.openTasksLabel(row.id, row.openTasks)}>
          {boardText.openTasks(row.openTasks)}
        </Link>
      )}
      {row.verdict === 'unmet' && (
        <GapTasksButton gap={{ indicator: row.id, ...(dataSetId === undefined ? {} : { dataSetId }) }} />
      )}
    </div>
  );
}

function BoardLine({ row }: { row: BoardRow }) {
  return (
    <tr>
      <th scope="row" className="board-name">
        {row.group !== 'approval' && <span className="board-id">{row.id}</span>} {row.name}{' '}
        {row.weakBasis && <WeakMark />}
        <div className="muted board-kind" title={cycleText[row.cycle]}>
          {levelText[row.level]} · {typeText[row.type]}
        </div>
      </th>
      <td data-label={indicatorsText.national}>
        <VerdictTag verdict={row.verdict} />
      </td>
      <td data-label={indicatorsText.local}>
        {row.localVerdict === null ? (
          <span className="muted">{indicatorsText.noLocal}</span>
        ) : (
          <VerdictTag verdict={row.localVerdict} />
        )}
      </td>
      <td data-label={boardText.value}>
        <div>
          {row.text}
          <Unmet row={row} />
          {row.reason !== null && row.group !== 'resources' && <div className="muted">{row.reason}</div>}
        </div>
      </td>
      <td data-label={boardText.course}>
        <Course row={row} />
      </td>
      <td data-label={boardText.tasks}>
        <BoardTasks row={row} />
      </td>
      <td data-label={boardText.units}>
        <div>
          <Units label={boardText.lead} units={row.leadUnits} names={row.leadNames} />
          <Units label={boardText.support} units={row.supportUnits} names={row.supportNames} />
        </div>
      </td>
    </tr>
  );
}

/** One line per indicator in the groups of the standard; cards on a phone. */
export function BoardTable({ rows }: { rows: readonly BoardRow[] }) {
  if (rows.length === 0) return <Nothing text={boardText.emptyFiltered} />;
  return (
    <table className="board-table">
      <thead>
        <tr>
          <th scope="col">{boardText.indicator}</th>
          <th scope="col">{indicatorsText.national}</th>
          <th scope="col">{indicatorsText.local}</th>
          <th scope="col">{boardText.value}</th>
          <th scope="col">{boardText.course}</th>
          <th scope="col">{boardText.tasks}</th>
          <th scope="col">{boardText.units}</th>
        </tr>
      </thead>
      {groups.map((group) => {
        const own = rows.filter((row) => row.group === group);
        if (own.length === 0) return null;
        return (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={7} className="board-group">
                {groupText[group]}
              </th>
            </tr>
            {own.map((row) => (
              <BoardLine key={row.id} row={row} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
