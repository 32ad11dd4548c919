import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { asProblem } from '../../api/problem.js';
import { fetchMilestones, saveMilestones } from '../../api/projects.js';
import type { MilestoneChainView, MilestoneInput } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { campaignKey, useCampaign, useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { milestoneChainText as text } from '../../text/milestone-chain.js';
import { listOf, withDetail } from '../../text/wording.js';
import './milestone-chain.css';
import { MilestoneSteps } from './milestone-steps.js';

/** An id nobody has had: days of an earlier milestone must not turn up under a new one. */
function freshStep(taken: readonly MilestoneInput[]): MilestoneInput {
  const ids = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (ids.has(`step_${number}`)) number += 1;
  return { id: `step_${number}`, name: '', role: 'construction', reaches: null };
}

function faultsOf(error: unknown): Map<string, string> {
  const errors = error === null ? [] : (asProblem(error).body.errors ?? []);
  return new Map(errors.map(({ pointer, message }) => [pointer.replace(/^\/milestones\//, ''), message]));
}

interface EditorProps {
  chain: MilestoneChainView;
  onLoadLatest: () => Promise<MilestoneChainView | undefined>;
  onClose: () => void;
}

function Editor({ chain, onLoadLatest, onClose }: EditorProps) {
  const { id: cid } = useCampaign();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const [seen, setSeen] = useState(chain);
  const [steps, setSteps] = useState<MilestoneInput[]>(chain.milestones);
  const [taskWorkingDays, setTaskWorkingDays] = useState(chain.taskWorkingDays);
  const save = useMutation({
    mutationFn: () => saveMilestones(cid, { number: seen.number, taskWorkingDays, milestones: steps }),
    onSuccess: () => {
      void refresh(cid);
      void message.success(text.saved);
      onClose();
    },
  });
  const change = (next: MilestoneInput[]) => {
    save.reset();
    setSteps(next);
  };
  const known = [...seen.milestones, ...seen.withdrawn];
  const outside = known.filter(({ id }) => steps.every((step) => step.id !== id));
  const leaving = outside.filter(({ id }) => seen.milestones.some((step) => step.id === id));
  const used = new Map(seen.used.map(({ milestone, projects }) => [milestone, projects]));
  const told = leaving.map(({ id, name }) => withDetail(name, text.used(used.get(id) ?? 0)));
  const loadLatest = () =>
    void onLoadLatest().then((latest) => {
      if (latest === undefined) return;
      setSeen(latest);
      save.reset();
    });
  return (
    <Modal
      open
      width={880}
      title={text.title}
      okText={text.save}
      cancelText={appText.cancel}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <p className="muted">
          {text.lead}
          {text.withdrawLead}
          {text.addLead}
        </p>
        <MilestoneSteps steps={steps} used={used} faults={faultsOf(save.error)} onChange={change} />
        <div className="row">
          <Button onClick={() => change([...steps, freshStep([...known, ...steps])])}>{text.add}</Button>
        </div>
        {outside.length > 0 && (
          <div className="row">
            <span className="muted">{text.withdrawn}</span>
            {outside.map((step) => (
              <Button key={step.id} size="small" onClick={() => change([...steps, step])}>
                {text.restore(step.name)}
              </Button>
            ))}
          </div>
        )}
        <Form.Item label={text.term} htmlFor="milestone-term" layout="vertical">
          <InputNumber
            id="milestone-term"
            min={1}
            max={60}
            precision={0}
            value={taskWorkingDays}
            onChange={(days) => setTaskWorkingDays(days ?? chain.taskWorkingDays)}
          />
        </Form.Item>
        {leaving.length > 0 && <Alert type="warning" showIcon title={text.toWithdraw(listOf(told))} />}
        {save.error !== null && <ProblemAlert error={save.error} onLoadLatest={loadLatest} />}
      </div>
    </Modal>
  );
}

/** The milestones that all projects of the campaign share, set by the office. */
export function MilestoneChain({ onClose }: { onClose: () => void }) {
  const { id: cid } = useCampaign();
  const chain = useQuery({
    queryKey: campaignKey(cid, 'project-milestones'),
    queryFn: () => fetchMilestones(cid),
  });
  const latest = async () => (await chain.refetch()).data;
  return (
    <QueryView query={chain}>
      {(data) => <Editor chain={data} onLoadLatest={latest} onClose={onClose} />}
    </QueryView>
  );
}
