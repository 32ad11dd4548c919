import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { TaskAction, TaskView } from '../../api/types.js';
import { actionDialogText, actionText, taskText } from '../../text/task.js';
import { ActionDialog } from './action-dialog.js';
import { EditLaterDialog } from './edit-later-dialog.js';
import type { StepAction } from './task.queries.js';

/** The usual next steps first; what ends or stops a task last. */
const order: readonly StepAction[] = [
  'assign',
  'sign',
  'submit',
  'close',
  'report',
  'return',
  'support_sign',
  'support_report',
  'support_complete',
  'resume',
  'reopen',
  'suspend',
  'cancel',
];
const grave: ReadonlySet<TaskAction> = new Set(['return', 'cancel', 'suspend']);

export function ActionBar({ cid, task }: { cid: string; task: TaskView }) {
  const [open, setOpen] = useState<StepAction | 'edit' | null>(null);
  const navigate = useNavigate();
  const actions = order.filter((action) => task.allowedActions.includes(action));
  const close = () => setOpen(null);
  const edit = () => {
    if (task.state === 'draft') void navigate(`/tasks/${task.id}/edit`);
    else setOpen('edit');
  };
  return (
    <section className="action-bar no-print" aria-label={taskText.actions}>
      {actions.map((action, index) => (
        <Button
          key={action}
          type={index === 0 && !grave.has(action) ? 'primary' : 'default'}
          danger={grave.has(action)}
          onClick={() => setOpen(action)}
        >
          {actionText[action].label}
        </Button>
      ))}
      {task.allowedActions.includes('edit') && <Button onClick={edit}>{actionDialogText.edit}</Button>}
      {task.allowedActions.length === 0 && <span className="muted">{taskText.noActions}</span>}
      {open === 'edit' && <EditLaterDialog cid={cid} task={task} onClose={close} />}
      {open !== null && open !== 'edit' && (
        <ActionDialog cid={cid} task={task} action={open} onClose={close} />
      )}
    </section>
  );
}
