import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { createTask } from '../../api/tasks.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { planKinds, useSources } from '../../parts/sources.js';
import { useCampaign, useRefreshCampaign } from '../../shell/session.js';
import { newTaskText } from '../../text/new-task.js';
import './new-task.css';
import { fromSource, SourceFields } from './source-fields.js';
import { TaskFields } from './task-fields.js';
import { emptyTask, forgetForm, storedForm, storeForm, toNewTask, type TaskForm } from './task-form.js';

/** A link such as ?source=clause&id=… fills in that line of the plan, once. */
function usePrefill(cid: string, fill: (part: Partial<TaskForm>) => void) {
  const [search] = useSearchParams();
  const done = useRef(false);
  const sources = useSources(cid);
  const kind = planKinds.find((one) => one === search.get('source'));
  const source = kind === undefined ? undefined : sources[kind]?.find((one) => one.id === search.get('id'));
  useEffect(() => {
    if (source === undefined || done.current) return;
    done.current = true;
    fill(fromSource(source));
  }, [source, fill]);
}

/** The form's request number; a fresh one only after the task was made. */
function useStartedForm() {
  const [search] = useSearchParams();
  const [started] = useState(() => (search.has('source') ? null : storedForm()));
  const [requestId] = useState(() => started?.requestId ?? crypto.randomUUID());
  return { requestId, initial: started?.form ?? emptyTask, restored: started !== null };
}

export function NewTaskPage() {
  const campaign = useCampaign();
  const [form] = Form.useForm<TaskForm>();
  const { requestId, initial, restored } = useStartedForm();
  const [kept, setKept] = useState(restored);
  const navigate = useNavigate();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const fill = (part: Partial<TaskForm>) => {
    form.setFieldsValue(part);
    storeForm(requestId, { ...emptyTask, ...form.getFieldsValue(true), ...part });
  };
  usePrefill(campaign.id, fill);
  const create = useMutation({
    mutationFn: ({ values, assign }: { values: TaskForm; assign: boolean }) =>
      createTask(campaign.id, toNewTask({ ...emptyTask, ...values }, requestId, assign)),
    onSuccess: (task, { assign }) => {
      forgetForm();
      void refresh(campaign.id);
      void message.success(assign ? newTaskText.assigned(task.number) : newTaskText.drafted(task.number));
      void navigate(`/tasks/${task.id}`);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  // The second click of a double click comes before anything is drawn: two answers would lead to the task twice.
  const sending = useRef(false);
  const send = async (assign: boolean) => {
    if (sending.current) return;
    sending.current = true;
    const values = await form.validateFields().catch(() => null);
    if (values !== null) await create.mutateAsync({ values, assign }).catch(() => undefined);
    sending.current = false;
  };
  const discard = () => {
    forgetForm();
    form.setFieldsValue({ ...emptyTask, sourceId: undefined, leadUnitId: undefined, clauseId: undefined });
    setKept(false);
  };
  const busyWith = create.isPending ? create.variables.assign : null;
  return (
    <>
      <PageHead title={newTaskText.title} lead={newTaskText.lead} />
      <section className="panel form-panel">
        {kept && (
          <Alert
            className="form-kept"
            type="info"
            title={newTaskText.kept}
            action={
              <Button size="small" onClick={discard}>
                {newTaskText.discard}
              </Button>
            }
          />
        )}
        <Form<TaskForm>
          form={form}
          layout="vertical"
          initialValues={initial}
          scrollToFirstError
          onValuesChange={(_, values) => storeForm(requestId, { ...emptyTask, ...values })}
        >
          <SourceFields cid={campaign.id} onFill={fill} />
          <TaskFields cid={campaign.id} />
          {create.error !== null && <ProblemAlert error={create.error} />}
          <div className="row form-actions">
            <Button
              type="primary"
              loading={busyWith === true}
              disabled={busyWith === false}
              onClick={() => void send(true)}
            >
              {newTaskText.assign}
            </Button>
            <Button
              loading={busyWith === false}
              disabled={busyWith === true}
              onClick={() => void send(false)}
            >
              {newTaskText.saveDraft}
            </Button>
          </div>
        </Form>
      </section>
    </>
  );
}
