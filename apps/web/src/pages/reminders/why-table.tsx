import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { WhyRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { RungTag } from '../../parts/rung-tag.js';
import { taskUrl } from '../../parts/task-links.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { appText } from '../../text/app.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { remindersText } from '../../text/reminders.js';
import './reminders.css';

/** Whether a table is about one task (then it names people) or one person (then it names tasks). */
type About = 'task' | 'person';

function Outcome({ row }: { row: WhyRow }) {
  return <span className={`why-outcome why-${row.outcome}`}>{remindersText.outcomes[row.outcome]}</span>;
}

function Subject({ row, about }: { row: WhyRow; about: About }) {
  if (row.person === null) return <span className="muted">{remindersText.nobody}</span>;
  if (about === 'task') {
    return (
      <>
        {row.person.name} <span className="muted">{row.person.unitName ?? remindersText.office}</span>
      </>
    );
  }
  if (row.task.title === null) return `${row.task.number}${remindersText.titleHidden}`;
  return (
    <Link to={`${taskUrl(row.task.id)}/reminders`}>
      {row.task.number} {row.task.title}
    </Link>
  );
}

/** What speaks: a rung of the ladder, or a rule of reminding. */
function Voice({ row }: { row: WhyRow }) {
  if (row.rung === null) return row.ruleName;
  return <RungTag rung={{ name: row.ruleName, colour: row.rung.colour }} />;
}

function Reason({ row }: { row: WhyRow }) {
  return (
    <>
      {row.ground !== null && <span className="why-ground">{row.ground}</span>}
      {row.reason ?? (row.sentAt === null ? '' : remindersText.sentAt(formatInstant(row.sentAt)))}{' '}
      {row.messageId !== null && (
        <Link
          to={`/outbox/${row.messageId}`}
          aria-label={remindersText.messageLabel(row.person?.name ?? '', row.ruleName)}
        >
          {remindersText.message}
        </Link>
      )}
    </>
  );
}

function dueText({ dueOn, dueStands }: WhyRow): string {
  if (dueOn === null) return appText.dash;
  return dueStands ? formatDate(dueOn) : remindersText.oldDue(formatDate(dueOn));
}

const keyOf = (row: WhyRow): string =>
  [
    row.on,
    row.task.id,
    row.person?.accountId,
    row.ruleName,
    row.rung?.rung,
    row.dueOn,
    row.outcome,
    row.messageId,
    row.ground,
  ].join(' ');

function Cards({ rows, about }: { rows: readonly WhyRow[]; about: About }) {
  return (
    <ul className="reminder-cards">
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <span className="row">
            <strong>{formatDate(row.on)}</strong>
            <Outcome row={row} />
          </span>
          <span>
            <Subject row={row} about={about} />
          </span>
          <span>
            <Voice row={row} />
          </span>
          <span className="muted">
            <Reason row={row} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One line for each rule and rung, with the day, what became of it, and why. */
export function WhyTable({ rows, about, none }: { rows: readonly WhyRow[]; about: About; none: string }) {
  const narrow = useNarrow();
  if (rows.length === 0) return <Nothing text={none} />;
  if (narrow) return <Cards rows={rows} about={about} />;
  const columns: TableColumnsType<WhyRow> = [
    { key: 'on', title: remindersText.date, width: 170, render: (_, row) => formatDate(row.on) },
    {
      key: 'subject',
      title: about === 'task' ? remindersText.person : remindersText.tasks,
      render: (_, row) => <Subject row={row} about={about} />,
    },
    { key: 'rule', title: remindersText.ruleOrRung, width: 150, render: (_, row) => <Voice row={row} /> },
    { key: 'outcome', title: remindersText.outcome, width: 90, render: (_, row) => <Outcome row={row} /> },
    { key: 'reason', title: remindersText.reason, render: (_, row) => <Reason row={row} /> },
    { key: 'due', title: remindersText.due, width: 180, render: (_, row) => dueText(row) },
  ];
  return (
    <Table<WhyRow>
      size="small"
      rowKey={keyOf}
      columns={columns}
      dataSource={[...rows]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
}
