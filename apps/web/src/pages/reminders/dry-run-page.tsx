import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, DatePicker, Table } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { fetchDryRun } from '../../api/reminders.js';
import type { DryRunMessage, DryRunRule, DryRunRung, DryRunTask, DryRunView } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { taskUrl } from '../../parts/task-links.js';
import { campaignKey, useCampaign, useSession } from '../../shell/session.js';
import { formatDate } from '../../text/dates.js';
import { remindersText } from '../../text/reminders.js';
import './reminders.css';

function RuleCounts({ rules }: { rules: DryRunRule[] }) {
  return (
    <Table<DryRunRule>
      size="small"
      rowKey="code"
      pagination={false}
      dataSource={rules}
      columns={[
        { key: 'name', title: remindersText.rule, dataIndex: 'name' },
        { key: 'reminders', title: remindersText.reminders, dataIndex: 'reminders', width: 90 },
        { key: 'people', title: remindersText.people, dataIndex: 'people', width: 90 },
      ]}
    />
  );
}

function RungCounts({ rungs }: { rungs: DryRunRung[] }) {
  return (
    <Table<DryRunRung>
      size="small"
      rowKey="rung"
      pagination={false}
      dataSource={rungs}
      columns={[
        { key: 'name', title: remindersText.rung, dataIndex: 'name' },
        { key: 'tasks', title: remindersText.tasks, dataIndex: 'tasks', width: 60 },
        { key: 'people', title: remindersText.people, dataIndex: 'people', width: 60 },
        { key: 'skipped', title: remindersText.rungSkipped, dataIndex: 'skipped', width: 100 },
      ]}
    />
  );
}

function Line({ task }: { task: DryRunTask }) {
  const due =
    task.effectiveDueOn === null ? remindersText.noDue : remindersText.dueOn(formatDate(task.effectiveDueOn));
  return (
    <li>
      <span>
        <Link to={`${taskUrl(task.id)}/reminders`}>
          {task.number} {task.title}
        </Link>
      </span>
      <span className="muted">
        {task.rung === null ? task.ruleName : <strong>{task.ruleName}</strong>} · {due}
      </span>
      {task.ground !== null && <span className="muted">{task.ground}</span>}
    </li>
  );
}

function Letter({ message }: { message: DryRunMessage }) {
  return (
    <li>
      <span>
        <Link to={`/reminders/people/${message.accountId}`}>{message.personName}</Link>{' '}
        <span className="muted">
          {message.unitName ?? remindersText.office}
          {message.hasAddress ? '' : ` · ${remindersText.noAddress}`}
        </span>
      </span>
      <ul className="dry-run-tasks">
        {message.tasks.map((task) => (
          <Line key={task.id} task={task} />
        ))}
      </ul>
    </li>
  );
}

function Result({ view }: { view: DryRunView }) {
  if (view.messages.length === 0 && view.rungs.length === 0) {
    return (
      <section className="panel">
        <Nothing
          text={view.workingDay ? remindersText.nothingSent : remindersText.notWorkingDay}
          next={remindersText.nothingNext}
        />
      </section>
    );
  }
  return (
    <>
      <p className="rule-preview">
        {remindersText.summary(view.messages.length, view.reminders + view.raised)}
        {remindersText.ofRungs(view.raised)}
        {view.superseded > 0 && remindersText.superseded(view.superseded)}
      </p>
      {view.rungs.length > 0 && (
        <Panel title={remindersText.byRung}>
          <RungCounts rungs={view.rungs} />
        </Panel>
      )}
      {view.rules.length > 0 && (
        <Panel title={remindersText.byRule}>
          <RuleCounts rules={view.rules} />
        </Panel>
      )}
      <Panel title={remindersText.byPerson}>
        <ul className="reminder-cards">
          {view.messages.map((message) => (
            <Letter key={message.accountId} message={message} />
          ))}
        </ul>
      </Panel>
    </>
  );
}

export function DryRunPage() {
  const campaign = useCampaign();
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const id = useId();
  const on = search.get('on') ?? today;
  const view = useQuery({
    queryKey: campaignKey(campaign.id, 'dry-run', on),
    queryFn: () => fetchDryRun(campaign.id, on),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={remindersText.dryRunTitle} lead={remindersText.dryRunLead}>
        <label htmlFor={id}>{remindersText.day}</label>
        <DatePicker
          id={id}
          allowClear={false}
          value={dayjs(on)}
          minDate={dayjs(today)}
          onChange={(date) => setSearch(date === null ? {} : { on: date.format('YYYY-MM-DD') })}
        />
        <Link to="/reminders">{remindersText.toRules}</Link>
      </PageHead>
      <QueryView query={view}>
        {(data) => (
          <>
            {data.provisional && <Alert type="warning" showIcon title={remindersText.provisional} />}
            <Result view={data} />
          </>
        )}
      </QueryView>
    </>
  );
}
