import { useMutation } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { addProject } from '../../api/projects.js';
import type { NewProject, ProjectStage } from '../../api/types.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useCampaign, useRefreshCampaign, useSession } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { projectKindText, projectsText, projectStageText, projectText } from '../../text/projects.js';
import { FactsFields, type FactsForm, factsOf } from './facts-fields.js';
import { projectUrl } from './project-address.js';

type NewForm = FactsForm & Pick<NewProject, 'kind' | 'year' | 'stages'> & { school: string };

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const needed = [{ required: true, message: projectText.required }];

/** A project the plan does not list. */
export function AddProject({ onClose }: { onClose: () => void }) {
  const campaign = useCampaign();
  const { today } = useSession();
  const refresh = useRefreshCampaign();
  const navigate = useNavigate();
  const [form] = Form.useForm<NewForm>();
  const stages: ProjectStage[] = Form.useWatch('stages', form) ?? [];
  const add = useMutation({
    mutationFn: ({ kind, year, stages: chosen, school, ...facts }: NewForm) =>
      addProject(campaign.id, { ...factsOf(facts), kind, year, stages: chosen, school }),
    onSuccess: ({ id }) => {
      void refresh(campaign.id);
      void navigate(projectUrl(id));
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const start: Partial<NewForm> = {
    ...{ kind: 'new_build', year: Number(today.slice(0, 4)), stages: ['primary'], units: [], planned: {} },
  };
  return (
    <Modal
      open
      width={720}
      title={projectsText.add}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="muted">{projectsText.addLead}</p>
      {add.error !== null && <ProblemAlert error={add.error} />}
      <Form<NewForm>
        form={form}
        layout="vertical"
        initialValues={start}
        onFinish={(values) => add.mutate(values)}
      >
        <div className="project-fields">
          <Form.Item name="school" label={projectText.name} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="kind" label={projectText.kind}>
            <Select options={options(projectKindText)} />
          </Form.Item>
          <Form.Item name="year" label={projectText.year} rules={needed}>
            <InputNumber min={2000} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="stages" label={projectText.stages} rules={needed}>
            <Checkbox.Group options={options(projectStageText)} />
          </Form.Item>
        </div>
        <FactsFields stages={stages} />
      </Form>
    </Modal>
  );
}
