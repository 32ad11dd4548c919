import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import type { LocalCalendarView } from '../../api/calendar-types.js';
import { Nothing } from '../../parts/empty.js';
import { Panel } from '../../parts/panel.js';
import { calendarText } from '../../text/calendar.js';
import { formatDate, formatDateShort, formatInstant } from '../../text/dates.js';
import { localCalendarText as text } from '../../text/local-calendar.js';
import { labelled, withDetail } from '../../text/wording.js';
import { type LocalStretch, stretchesOf } from './local-days.js';

const dateOf = ({ from, to }: LocalStretch): string =>
  from === to ? formatDate(from) : calendarText.stretch(formatDate(from), formatDate(to));

function State({ overriddenBy }: LocalStretch) {
  return overriddenBy === null ? (
    <span>
      <CheckCircleOutlined aria-hidden /> {text.inForce}
    </span>
  ) : (
    <span className="muted">
      <StopOutlined aria-hidden /> {text.overridden(overriddenBy)}
    </span>
  );
}

function Days({ set }: { set: LocalCalendarView }) {
  return (
    <div className="calendar-frame" role="region" aria-label={text.daysOf(set.year, set.level)} tabIndex={0}>
      <Table
        size="small"
        rowKey="from"
        pagination={false}
        dataSource={stretchesOf(set.days)}
        columns={[
          { title: text.date, width: 260, render: (_, row) => dateOf(row) },
          { title: text.what, width: 70, render: (_, row) => (row.kind === 'off' ? text.off : text.work) },
          { title: text.name, dataIndex: 'name', width: 120 },
          { title: text.basis, dataIndex: 'notice' },
          { title: text.state, width: 120, render: (_, row) => <State {...row} /> },
        ]}
      />
    </div>
  );
}

interface Actions {
  onChange: (set: LocalCalendarView) => void;
  onTakeBack: (set: LocalCalendarView) => void;
}

function LocalSet({ set, actions }: { set: LocalCalendarView; actions: Actions | undefined }) {
  const { notice, publishedOn, days } = set;
  const basis =
    publishedOn === null ? notice : withDetail(notice, calendarText.published(formatDateShort(publishedOn)));
  return (
    <section className="stack" aria-label={text.setName(set.year, set.level)}>
      <div className="panel-head">
        <h3>
          {labelled(text.setName(set.year, set.level), days.length === 0 ? text.takenBack(notice) : basis)}
        </h3>
        {actions !== undefined && days.length > 0 && (
          <span className="row">
            <Button size="small" onClick={() => actions.onChange(set)}>
              {text.change}
            </Button>
            <Button size="small" onClick={() => actions.onTakeBack(set)}>
              {text.takeBack}
            </Button>
          </span>
        )}
      </div>
      <p className="muted">{text.entered(set.enteredBy, formatInstant(set.enteredAt))}</p>
      {days.length > 0 && <Days set={set} />}
    </section>
  );
}

/** The local sets of a year, from the province down. */
export function LocalSets({ sets, actions }: { sets: LocalCalendarView[]; actions: Actions | undefined }) {
  return (
    <Panel title={text.title}>
      {sets.length === 0 ? (
        <Nothing text={text.none} />
      ) : (
        <div className="stack">
          {sets.map((set) => (
            <LocalSet key={`${set.level} ${set.year}`} set={set} actions={actions} />
          ))}
        </div>
      )}
    </Panel>
  );
}
