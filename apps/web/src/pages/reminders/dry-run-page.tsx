import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, DatePicker, Table } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { fetchDryRun } from '../../api/reminders.js';
import type { DryRunMessage, DryRunRule, DryRunView } from '../../api/types.js';
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
          <li key={task.id}>
            <span>
              <Link to={taskUrl(task.id)}>
                {task.number} {task.title}
              </Link>
            </span>
            <span className="muted">
              {formatDate(task.effectiveDueOn)} · {task.ruleName}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Result({ view }: { view: DryRunView }) {
  if (view.messages.length === 0) {
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
        {remindersText.summary(view.messages.length, view.reminders)}
        {view.superseded > 0 && remindersText.superseded(view.superseded)}
      </p>
      <Panel title={remindersText.byRule}>
        <RuleCounts rules={view.rules} />
      </Panel>
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
