import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { changeTask } from '../../api/tasks.js';
import type { Priority, TaskView } from '../../api/types.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { newTaskText } from '../../text/new-task.js';
import { priorityText } from '../../text/states.js';
import { actionDialogText, taskText } from '../../text/task.js';
import { taskKey } from './task.queries.js';

interface LaterForm {
  description: string;
  priority: Priority;
  dueOn: Dayjs | null;
  undetermined: boolean;
  note: string;
}

const priorities = Object.keys(priorityText) as Priority[];

/** After assignment only the description, the priority and the due date may change, each with a reason. */
export function EditLaterDialog({
  cid,
  task,
  onClose,
}: {
  cid: string;
  task: TaskView;
  onClose: () => void;
}) {
  const [form] = Form.useForm<LaterForm>();
  const undetermined = Form.useWatch('undetermined', form) ?? task.dueOn === null;
  const queryClient = useQueryClient();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (values: LaterForm) =>
      changeTask(cid, task.id, {
        version: task.version,
        note: values.note.trim(),
        description: values.description,
        priority: values.priority,
        dueOn: values.undetermined ? null : (values.dueOn?.format('YYYY-MM-DD') ?? null),
      }),
    onSuccess: (changed) => {
      queryClient.setQueryData(taskKey(cid, task.id), changed);
      void refresh(cid);
      void message.success(actionDialogText.saved);
      onClose();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const loadLatest = () => {
    save.reset();
    void refresh(cid);
  };
  return (
    <Modal
      open
      title={actionDialogText.editTitle}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<LaterForm>
        form={form}
        layout="vertical"
        initialValues={{
          description: task.description,
          priority: task.priority,
          dueOn: task.dueOn === null ? null : dayjs(task.dueOn),
          undetermined: task.dueOn === null,
          note: '',
        }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="description" label={taskText.description}>
          <Input.TextArea rows={3} maxLength={4000} />
        </Form.Item>
        <Form.Item name="priority" label={taskText.priority}>
          <Select
            options={priorities.map((priority) => ({ value: priority, label: priorityText[priority] }))}
          />
        </Form.Item>
        <Form.Item
          name="dueOn"
          label={taskText.due}
          rules={[{ required: !undetermined, message: newTaskText.dueRequired }]}
        >
          <DatePicker disabled={undetermined} />
        </Form.Item>
        <Form.Item name="undetermined" valuePropName="checked">
          <Checkbox>{newTaskText.undetermined}</Checkbox>
        </Form.Item>
        <Form.Item
          name="note"
          label={actionDialogText.editNote}
          rules={[{ required: true, message: actionDialogText.noteRequired(actionDialogText.editNote) }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        {save.error !== null && <ProblemAlert error={save.error} onLoadLatest={loadLatest} />}
      </Form>
    </Modal>
  );
}
