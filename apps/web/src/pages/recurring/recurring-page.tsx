import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { changeRuleState, fetchPresets, fetchRules } from '../../api/recurring.js';
import type { RecurringPreset, RecurringRuleRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { useMembership } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { recurringText } from '../../text/recurring.js';
import { withDetail } from '../../text/wording.js';
import { PresetList } from './preset-list.js';
import { RuleForm } from './rule-form.js';

function RuleActions({ cid, rule, onEdit }: { cid: string; rule: RecurringRuleRow; onEdit: () => void }) {
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const change = useMutation({
    mutationFn: (state: RecurringRuleRow['state']) => changeRuleState(cid, rule, state),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['recurring', cid] }),
    onError: (error) => void message.error(error.message),
  });
  if (rule.state === 'ended') return null;
  return (
    <span className="row">
      <Button size="small" onClick={onEdit}>
        {recurringText.edit}
      </Button>
      <Button
        size="small"
        loading={change.isPending}
        onClick={() => change.mutate(rule.state === 'active' ? 'paused' : 'active')}
      >
        {rule.state === 'active' ? recurringText.pause : recurringText.resume}
      </Button>
      <Popconfirm
        title={recurringText.endConfirm}
        okText={appText.ok}
        cancelText={appText.cancel}
        onConfirm={() => change.mutate('ended')}
      >
        <Button size="small">{recurringText.end}</Button>
      </Popconfirm>
    </span>
  );
}

function Next({ rule }: { rule: RecurringRuleRow }) {
  const [next] = rule.next;
  if (next === undefined) return appText.dash;
  const date = formatDate(next.dueOn);
  return withDetail(next.provisional ? withDetail(date, recurringText.provisional) : date, next.periodName);
}

export function RecurringPage() {
  const cid = useMembership()?.id ?? '';
  const [edited, setEdited] = useState<RecurringRuleRow | 'new'>();
  const [preset, setPreset] = useState<RecurringPreset>();
  const rules = useQuery({ queryKey: ['recurring', cid], queryFn: () => fetchRules(cid) });
  const presets = useQuery({ queryKey: ['recurring', cid, 'presets'], queryFn: () => fetchPresets(cid) });
  return (
    <>
      <PageHead title={recurringText.title} lead={recurringText.lead}>
        <Button type="primary" onClick={() => setEdited('new')}>
          {recurringText.add}
        </Button>
      </PageHead>
      <QueryView query={rules}>
        {(data) => (
          <div className="stack">
            {data.lastRun !== null && (
              <p className="muted">
                {recurringText.lastRun(formatInstant(data.lastRun.at), data.lastRun.text)}
              </p>
            )}
            {data.items.length === 0 ? (
              <Nothing text={recurringText.none} />
            ) : (
              <Table
                rowKey="id"
                size="small"
                scroll={{ x: 860 }}
                pagination={false}
                dataSource={data.items}
                columns={[
                  { title: recurringText.name, render: (_, row) => row.rule.title },
                  {
                    title: recurringText.when,
                    width: 200,
                    render: (_, row) => recurringText.whenText(row.rule.recurrence),
                  },
                  {
                    title: recurringText.units,
                    width: 110,
                    render: (_, row) => recurringText.unitCount(row.unitCount),
                  },
                  { title: recurringText.next, width: 200, render: (_, row) => <Next rule={row} /> },
                  {
                    title: recurringText.state,
                    width: 130,
                    render: (_, row) =>
                      withDetail(recurringText.states[row.state], recurringText.made(row.instances)),
                  },
                  {
                    title: appText.actions,
                    width: 210,
                    render: (_, row) => <RuleActions cid={cid} rule={row} onEdit={() => setEdited(row)} />,
                  },
                ]}
              />
            )}
            <Panel title={recurringText.presets}>
              {presets.error !== null && <ProblemAlert error={presets.error} />}
              <ul className="plain-list">
                {(presets.data?.items ?? []).map((one) => (
                  <li key={one.id}>
                    <span>
                      {one.name} <span className="muted">{one.description}</span>
                    </span>
                    <Button size="small" onClick={() => setPreset(one)}>
                      {recurringText.use(one.rules.length)}
                    </Button>
                  </li>
                ))}
              </ul>
            </Panel>
          </div>
        )}
      </QueryView>
      <Drawer
        open={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={edited === 'new' ? recurringText.add : recurringText.edit}
        size={640}
        destroyOnHidden
      >
        {edited !== undefined && (
          <RuleForm
            cid={cid}
            rule={edited === 'new' ? undefined : edited}
            onDone={() => setEdited(undefined)}
          />
        )}
      </Drawer>
      <Drawer
        open={preset !== undefined}
        onClose={() => setPreset(undefined)}
        title={preset?.name}
        size={720}
        destroyOnHidden
      >
        {preset !== undefined && <PresetList cid={cid} preset={preset} onDone={() => setPreset(undefined)} />}
      </Drawer>
    </>
  );
}
