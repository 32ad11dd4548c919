import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { sendReport } from '../../api/projects.js';
import type { ConstructionView, MilestoneView, MoneySource, ReportInput } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useCampaign, useSession } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { moneyKindText, moneySourceText, projectText } from '../../text/projects.js';
import { useProjectStep } from './projects.queries.js';

interface Props {
  project: ConstructionView;
  onClose: () => void;
}

function useReport({ project, onClose }: Props) {
  const campaign = useCampaign();
  const dialog = { said: projectText.reported, onClose };
  return useProjectStep(
    campaign.id,
    project.id,
    (body: ReportInput) => sendReport(campaign.id, project.id, body),
    dialog,
  );
}

interface MilestoneForm {
  day: Dayjs;
  evidence?: string;
  reason?: string;
}

/** A milestone was reached: today unless told otherwise, so that one tap confirms it. */
export function ReportMilestone({ project, milestone, onClose }: Props & { milestone: MilestoneView }) {
  const { today } = useSession();
  const step = useReport({ project, onClose });
  const again = milestone.versions.some(({ kind }) => kind === 'actual');
  const [form] = Form.useForm<MilestoneForm>();
  return (
    <Modal
      open
      title={projectText.reportTitle(milestone.name)}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {step.error !== null && <ProblemAlert error={step.error} />}
      <Form<MilestoneForm>
        form={form}
        layout="vertical"
        initialValues={{ day: dayjs(milestone.actual ?? today) }}
        onFinish={({ day, evidence, reason }) =>
          step.mutate({
            milestones: [
              {
                milestone: milestone.id,
                day: day.format('YYYY-MM-DD'),
                ...(evidence?.trim() ? { evidence } : {}),
                ...(reason?.trim() ? { reason } : {}),
              },
            ],
          })
        }
      >
        <Form.Item
          name="day"
          label={projectText.reportDay}
          rules={[{ required: true, message: projectText.required }]}
        >
          <DatePicker allowClear={false} maxDate={dayjs(today)} inputReadOnly />
        </Form.Item>
        <Form.Item name="evidence" label={projectText.evidence}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
        {again && (
          <Form.Item
            name="reason"
            label={projectText.correction}
            rules={[{ required: true, whitespace: true, message: projectText.required }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

const reportedKinds = ['arranged', 'paid'] as const;
const sources = Object.keys(moneySourceText) as MoneySource[];
type Amounts = Record<string, string>;
const decimal = /^\d{1,9}(\.\d{1,4})?$/;

/** Only what differs from what is known. */
function changedAmounts({ money }: ConstructionView, typed: Amounts): NonNullable<ReportInput['amounts']> {
  return reportedKinds.flatMap((kind) =>
    sources.flatMap((source) => {
      const text = typed[`${kind} ${source}`]?.trim() ?? '';
      return text === (money[kind][source] ?? '')
        ? []
        : [{ kind, source, amount: text === '' ? null : text }];
    }),
  );
}

/** Money that came and was paid, and progress in words. */
export function ReportDialog({ project, onClose }: Props) {
  const step = useReport({ project, onClose });
  const [typed, setTyped] = useState<Amounts>(() =>
    Object.fromEntries(
      reportedKinds.flatMap((kind) =>
        sources.map((source) => [`${kind} ${source}`, project.money[kind][source] ?? '']),
      ),
    ),
  );
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const amounts = changedAmounts(project, typed);
  const wrong = amounts.some(
    ({ amount }) => amount !== null && amount !== undefined && !decimal.test(amount),
  );
  const nothing = amounts.length === 0 && text.trim() === '';
  return (
    <Modal
      open
      width={640}
      title={projectText.reportForm}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={step.isPending}
      onOk={() => {
        setAsked(true);
        if (!nothing && !wrong)
          step.mutate({ amounts, ...(text.trim() === '' ? {} : { text: text.trim() }) });
      }}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form layout="vertical" component="div">
        {step.error !== null && <ProblemAlert error={step.error} />}
        <Form.Item
          label={projectText.progress}
          htmlFor="report-progress"
          validateStatus={asked && nothing ? 'error' : ''}
          help={asked && nothing ? projectText.nothingToReport : undefined}
        >
          <Input.TextArea
            id="report-progress"
            autoSize={{ minRows: 3 }}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
        <p className="muted">{projectText.arrangedPaid}</p>
        {asked && wrong && <p className="project-mark-late">{projectText.decimal}</p>}
        <div className="project-fields">
          {sources.flatMap((source) =>
            reportedKinds.map((kind) => {
              const name = `${kind} ${source}`;
              const label = projectText.moneyField(moneySourceText[source], moneyKindText[kind]);
              return (
                <Form.Item key={name} label={label} htmlFor={name}>
                  <Input
                    id={name}
                    inputMode="decimal"
                    value={typed[name] ?? ''}
                    onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
                  />
                </Form.Item>
              );
            }),
          )}
        </div>
      </Form>
    </Modal>
  );
}
