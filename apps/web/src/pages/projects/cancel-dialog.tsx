import { Form, Input, Modal } from 'antd';
import { cancelProject, restoreProject } from '../../api/projects.js';
import type { ConstructionView } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { projectText } from '../../text/projects.js';
import { useProjectStep } from './projects.queries.js';

/** Gives a project up, or takes it up again; both with a reason. */
export function CancelDialog({ project, onClose }: { project: ConstructionView; onClose: () => void }) {
  const campaign = useCampaign();
  const [form] = Form.useForm<{ reason: string }>();
  const running = project.cancelled === null;
  const step = useProjectStep(
    campaign.id,
    project.id,
    (reason: string) =>
      (running ? cancelProject : restoreProject)(campaign.id, project.id, {
        version: project.version,
        reason,
      }),
    { said: projectText.saved, onClose },
  );
  return (
    <Modal
      open
      title={running ? projectText.cancel : projectText.restore}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={step.isPending}
      okButtonProps={{ danger: running }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {running && <p className="muted">{projectText.cancelHint}</p>}
      {step.error !== null && <ProblemAlert error={step.error} />}
      <Form form={form} layout="vertical" onFinish={({ reason }) => step.mutate(reason.trim())}>
        <Form.Item
          name="reason"
          label={running ? projectText.cancelReason : projectText.restoreReason}
          rules={[{ required: true, whitespace: true, message: projectText.required }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
