import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { LedgerEntryView, LedgerEventView } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { LedgerDue } from '../../parts/ledger-due.js';
import { entriesUrl } from '../../parts/ledger-links.js';
import { LedgerMarks, LedgerTag } from '../../parts/ledger-tag.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { taskUrl } from '../../parts/task-links.js';
import { useCampaign } from '../../shell/session.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { entryText, ledgersText } from '../../text/ledgers.js';
import '../indicators/indicators.css';
import '../task/task.css';
import { EntryActions } from './entry-actions.js';
import { EntryEvidence } from './entry-evidence.js';
import './ledgers.css';
import { useEntry } from './ledgers.queries.js';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) return null;
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function peopleOf(entry: LedgerEntryView): string {
  const steps = [
    [entryText.openedBy, entry.openedBy?.name ?? (entry.kindView.judgedByData ? entryText.byData : null)],
    [entryText.appliedBy, entry.appliedBy?.name],
    [entryText.recheckedBy, entry.recheckedBy?.name],
    [entryText.confirmedBy, entry.confirmedBy?.name],
  ] as const;
  return steps.flatMap(([step, name]) => (name ? [`${step} ${name}`] : [])).join(' · ');
}

function Facts({ entry }: { entry: LedgerEntryView }) {
  const { kindView: kind } = entry;
  return (
    <dl className="facts ledger-facts">
      <Fact name={entryText.school}>
        {entry.schoolName !== null && (
          <Link to={entriesUrl(kind.id, entry.schoolCode === null ? {} : { schoolCode: entry.schoolCode })}>
            {entry.schoolName}
          </Link>
        )}
      </Fact>
      <Fact name={entryText.indicator}>{entry.indicator}</Fact>
      {entry.value !== null && (
        <Fact name={ledgersText.value}>
          {ledgersText.valueOfLine(String(entry.value), String(entry.line ?? ''))}
        </Fact>
      )}
      {entry.openedValue !== null && <Fact name={ledgersText.opened}>{entry.openedValue}</Fact>}
      {kind.columns.map(({ key, name }) => (
        <Fact key={key} name={name}>
          {entry.fields[key] === undefined || entry.fields[key] === null ? null : String(entry.fields[key])}
        </Fact>
      ))}
      <Fact name={ledgersText.unit}>{entry.unit?.name}</Fact>
      <Fact name={ledgersText.township}>{entry.township?.name}</Fact>
      <Fact name={ledgersText.due}>
        <LedgerDue row={entry} />
      </Fact>
      <Fact name={entryText.targetYear}>{entry.targetYear}</Fact>
      <Fact name={entryText.cause}>{entry.cause}</Fact>
      <Fact name={ledgersText.measure}>{entry.measure}</Fact>
      <Fact name={entryText.measureNote}>{entry.measureNote}</Fact>
      <Fact name={entryText.project}>{entry.project?.name}</Fact>
      <Fact name={ledgersText.progress}>{entry.lastProgress}</Fact>
      <Fact name={entryText.opened}>{formatDate(entry.openedOn)}</Fact>
      <Fact name={entryText.achieved}>
        {entry.achievedOn !== null &&
          `${formatDate(entry.achievedOn)} ${entry.closingGround === null ? '' : entryText.ground[entry.closingGround]}`}
      </Fact>
      <Fact name={entryText.people}>{peopleOf(entry)}</Fact>
      <Fact name={entryText.task}>
        {entry.taskId !== null && <Link to={taskUrl(entry.taskId)}>{entryText.seeTask}</Link>}
      </Fact>
    </dl>
  );
}

function Course({ entry }: { entry: LedgerEntryView }) {
  if (entry.course.length === 0) return <Nothing text={entryText.courseNone} />;
  return (
    <table className="board-table">
      <thead>
        <tr>
          <th scope="col">{entryText.asOf}</th>
          <th scope="col">{ledgersText.value}</th>
          <th scope="col">{ledgersText.line}</th>
          <th scope="col">{entryText.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {entry.course.map((point) => (
          <tr key={point.asOf}>
            <td data-label={entryText.asOf}>{formatDate(point.asOf)}</td>
            <td data-label={ledgersText.value}>{point.value}</td>
            <td data-label={ledgersText.line}>{point.line}</td>
            <td data-label={entryText.outcome}>
              {point.outcome === null ? '' : entryText.outcomes[point.outcome]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const grave: ReadonlySet<string> = new Set(['return', 'reopen', 'relapsed', 'contradicted', 'sent_back']);

function EventItem({ event }: { event: LedgerEventView }) {
  const who = [event.by?.name ?? entryText.data, event.unitName].filter((name) => name !== null).join(' · ');
  return (
    <div>
      <div>
        <strong>{event.actionName}</strong> <span className="muted">{who}</span>
      </div>
      <div className="muted">{formatInstant(event.at)}</div>
      {event.dataAsOf !== null && <div className="muted">{ledgersText.asOf(formatDate(event.dataAsOf))}</div>}
      {event.note !== null && <div className="preline event-note">{event.note}</div>}
      {event.lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function Content({ entry }: { entry: LedgerEntryView }) {
  const { id: cid } = useCampaign();
  return (
    <>
      <PageHead
        title={entry.subject}
        lead={
          <span className="row">
            <span>{entry.number}</span>
            <LedgerTag state={entry.state} />
            {entry.categoryName !== null && <span className="mark">{entry.categoryName}</span>}
            <LedgerMarks row={entry} />
          </span>
        }
      />
      <EntryActions cid={cid} entry={entry} />
      <div className="task-columns">
        <div className="stack">
          <Panel title={entryText.facts}>
            <Facts entry={entry} />
          </Panel>
          <Panel title={entryText.evidence}>
            <EntryEvidence cid={cid} entry={entry} />
          </Panel>
          {entry.kindView.judgedByData && (
            <Panel title={entryText.course}>
              <Course entry={entry} />
            </Panel>
          )}
        </div>
        <Panel title={entryText.history}>
          <Timeline
            items={entry.events.toReversed().map((event) => ({
              key: event.id,
              color: grave.has(event.action) ? '#b42318' : '#1e6b3a',
              content: <EventItem event={event} />,
            }))}
          />
        </Panel>
      </div>
    </>
  );
}

export function EntryPage() {
  const { id = '' } = useParams();
  const campaign = useCampaign();
  const entry = useEntry(campaign.id, id);
  return (
    <>
      <Link className="no-print" to={entry.data === undefined ? '/ledgers' : entriesUrl(entry.data.kind)}>
        {entry.data === undefined ? ledgersText.title : entryText.back(entry.data.kindName)}
      </Link>
      <QueryView query={entry}>{(data) => <Content key={data.id} entry={data} />}</QueryView>
    </>
  );
}
