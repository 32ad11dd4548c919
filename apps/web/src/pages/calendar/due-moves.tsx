import { Table } from 'antd';
import { Link } from 'react-router';
import type { DueMoveRow, RestDayRow, UnitMoves } from '../../api/calendar-types.js';
import { appText } from '../../text/app.js';
import { calendarText } from '../../text/calendar.js';
import { formatDate } from '../../text/dates.js';
import { listOf, withDetail } from '../../text/wording.js';

/** Whoever may open the task is given its id as well. */
type MaybeOpen<Row> = Row & { taskId?: string };

interface Props {
  units: readonly UnitMoves[];
  moves: readonly MaybeOpen<DueMoveRow>[];
  restDays: readonly MaybeOpen<RestDayRow>[];
}

const dayOf = (date: string | null): string => (date === null ? appText.dash : formatDate(date));

function TaskNumber({ row }: { row: MaybeOpen<{ number: string }> }) {
  return row.taskId === undefined ? row.number : <Link to={`/tasks/${row.taskId}`}>{row.number}</Link>;
}

/** What a change of the calendar moves, and which dates chosen by a person fall on a day off. */
export function DueMoves({ units, moves, restDays }: Props) {
  return (
    <>
      {moves.length > 0 && (
        <>
          <p>
            {withDetail(
              calendarText.moves(moves.length),
              listOf(units.map(({ unitName, count }) => `${unitName} ${count}`)),
            )}
          </p>
          <div
            className="calendar-frame"
            role="region"
            aria-label={calendarText.moves(moves.length)}
            tabIndex={0}
          >
            <Table
              size="small"
              rowKey="number"
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              dataSource={[...moves]}
              columns={[
                { title: calendarText.number, width: 90, render: (_, row) => <TaskNumber row={row} /> },
                { title: calendarText.unit, dataIndex: 'unitName', width: 110 },
                {
                  title: calendarText.before,
                  width: 130,
                  render: (_, row) => dayOf(row.effectiveDueOn),
                },
                {
                  title: calendarText.after,
                  width: 130,
                  render: (_, row) => dayOf(row.newEffectiveDueOn),
                },
                { title: calendarText.how, dataIndex: 'explanation' },
              ]}
            />
          </div>
        </>
      )}
      {restDays.length > 0 && (
        <>
          <p>{calendarText.rest(restDays.length)}</p>
          <ul className="plain-list rest-days">
            {restDays.map((row) => (
              <li key={row.number}>
                <TaskNumber row={row} />
                <span>
                  {row.unitName} {calendarText.restLine(formatDate(row.dueOn), row.reason)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
