import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { savePlan, type PlanBody } from '../../api/projects.js';
import type { ConstructionView } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { projectText } from '../../text/projects.js';
import { useProjectStep } from './projects.queries.js';

/** Planned days, for the first time or anew; what was planned before stays. */
export function PlanDialog({ project, onClose }: { project: ConstructionView; onClose: () => void }) {
  const campaign = useCampaign();
  const [days, setDays] = useState<Record<string, string | null>>(() =>
    Object.fromEntries(project.milestones.map(({ id, planned }) => [id, planned])),
  );
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const changed = project.milestones.filter(({ id, planned }) => days[id] !== planned);
  const needsReason = changed.some(({ planVersion }) => planVersion > 0);
  const missing = needsReason && reason.trim() === '';
  const step = useProjectStep(
    campaign.id,
    project.id,
    (body: PlanBody) => savePlan(campaign.id, project.id, body),
    { said: projectText.saved, onClose },
  );
  const save = () => {
    setAsked(true);
    if (missing) return;
    step.mutate({
      version: project.version,
      days: changed.map(({ id }) => ({ milestone: id, day: days[id] ?? null })),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  };
  return (
    <Modal
      open
      width={560}
      title={projectText.replanTitle}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={step.isPending}
      okButtonProps={{ disabled: changed.length === 0 }}
      onOk={save}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <p className="muted">{projectText.replanHint}</p>
        {step.error !== null && <ProblemAlert error={step.error} />}
        <div className="project-days">
          {project.milestones.map(({ id, name }) => (
            <label key={id} htmlFor={`plan-${id}`}>
              <span>{name}</span>
              <DatePicker
                id={`plan-${id}`}
                value={days[id] ? dayjs(days[id]) : null}
                onChange={(day) => setDays({ ...days, [id]: day?.format('YYYY-MM-DD') ?? null })}
              />
            </label>
          ))}
        </div>
        {needsReason && (
          <Form layout="vertical" component="div">
            <Form.Item
              label={projectText.reason}
              htmlFor="plan-reason"
              validateStatus={asked && missing ? 'error' : ''}
              help={asked && missing ? projectText.reasonRequired : undefined}
            >
              <Input.TextArea
                id="plan-reason"
                autoSize={{ minRows: 2 }}
                maxLength={2000}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </Form.Item>
          </Form>
        )}
      </div>
    </Modal>
  );
}
