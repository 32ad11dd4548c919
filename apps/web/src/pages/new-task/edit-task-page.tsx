import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { Navigate, useNavigate, useParams } from 'react-router';
import { changeTask, fetchTask } from '../../api/tasks.js';
import type { TaskView } from '../../api/types.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { campaignKey, useCampaign, useRefreshCampaign } from '../../shell/session.js';
import { newTaskText } from '../../text/new-task.js';
import './new-task.css';
import { TaskFields } from './task-fields.js';
import { emptyTask, fromTask, toTaskChange, type TaskForm } from './task-form.js';

function EditForm({ cid, task }: { cid: string; task: TaskView }) {
  const [form] = Form.useForm<TaskForm>();
  const navigate = useNavigate();
  const refresh = useRefreshCampaign();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (values: TaskForm) =>
      changeTask(cid, task.id, toTaskChange({ ...emptyTask, ...values }, task.version)),
    onSuccess: () => {
      void refresh(cid);
      void message.success(newTaskText.saved);
      void navigate(`/tasks/${task.id}`);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const loadLatest = () => {
    save.reset();
    void queryClient.invalidateQueries({ queryKey: campaignKey(cid, 'task', task.id) });
  };
  if (task.state !== 'draft') return <Navigate replace to={`/tasks/${task.id}`} />;
  return (
    <Form<TaskForm>
      form={form}
      layout="vertical"
      initialValues={fromTask(task)}
      scrollToFirstError
      onFinish={(values) => save.mutate(values)}
    >
      <TaskFields cid={cid} />
      {save.error !== null && <ProblemAlert error={save.error} onLoadLatest={loadLatest} />}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {newTaskText.save}
        </Button>
      </div>
    </Form>
  );
}

export function EditTaskPage() {
  const { id = '' } = useParams();
  const campaign = useCampaign();
  const task = useQuery({
    queryKey: campaignKey(campaign.id, 'task', id),
    queryFn: () => fetchTask(campaign.id, id),
  });
  return (
    <>
      <PageHead
        title={newTaskText.editTitle}
        {...(task.data === undefined ? {} : { lead: task.data.number })}
      />
      <section className="panel form-panel">
        <QueryView query={task}>{(data) => <EditForm cid={campaign.id} task={data} />}</QueryView>
      </section>
    </>
  );
}
