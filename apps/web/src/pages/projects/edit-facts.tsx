import { Form, Input, Modal } from 'antd';
import { saveFacts } from '../../api/projects.js';
import type { ConstructionView } from '../../api/types.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { projectText } from '../../text/projects.js';
import { FactsFields, type FactsForm, factsOf } from './facts-fields.js';
import { useProjectStep } from './projects.queries.js';

/** What is known of a project, changed by the office. */
export function EditFacts({ project, onClose }: { project: ConstructionView; onClose: () => void }) {
  const campaign = useCampaign();
  const [form] = Form.useForm<FactsForm>();
  const step = useProjectStep(
    campaign.id,
    project.id,
    (values: FactsForm) =>
      saveFacts(campaign.id, project.id, { ...factsOf(values), version: project.version }),
    { said: projectText.saved, onClose },
  );
  const start: FactsForm = {
    ...project.facts,
    ...(project.added ? { school: project.school } : {}),
    townshipId: project.township?.id ?? null,
    units: project.units.map(({ unit, role }) => ({ unitId: unit.id, role })),
    planned: project.money.planned,
  };
  const save = (values: FactsForm) =>
    step.mutate(values, { onError: (error) => showFieldErrors(form, error) });
  return (
    <Modal
      open
      width={720}
      title={projectText.edit}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {step.error !== null && <ProblemAlert error={step.error} />}
      <Form<FactsForm> form={form} layout="vertical" initialValues={start} onFinish={save}>
        {project.added && (
          <Form.Item
            name="school"
            label={projectText.name}
            rules={[{ required: true, whitespace: true, message: projectText.required }]}
          >
            <Input maxLength={100} />
          </Form.Item>
        )}
        <FactsFields stages={project.stages} />
      </Form>
    </Modal>
  );
}
