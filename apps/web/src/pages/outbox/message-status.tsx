import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleFilled,
  ExperimentOutlined,
  PauseCircleOutlined,
  QuestionCircleOutlined,
  SendOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Alert } from 'antd';
import type { ComponentType } from 'react';
import type { MessageStatus } from '../../api/types.js';
import { outboxText } from '../../text/outbox.js';

const icons: Record<MessageStatus, ComponentType> = {
  queued: ClockCircleOutlined,
  sending: SendOutlined,
  sent: CheckCircleOutlined,
  uncertain: QuestionCircleOutlined,
  dead: CloseCircleFilled,
  rehearsal: ExperimentOutlined,
  withdrawn: UndoOutlined,
  held: PauseCircleOutlined,
};

export function MessageStatusText({ status }: { status: MessageStatus }) {
  const Icon = icons[status];
  return (
    <span className={`message-status message-${status}`} title={outboxText.statusHints[status]}>
      <Icon aria-hidden /> {outboxText.statuses[status]}
    </span>
  );
}

/** Says plainly when nothing leaves the house. */
export function SendingNotice({ exercise, mailConfigured }: { exercise: boolean; mailConfigured: boolean }) {
  if (exercise) return <Alert type="warning" showIcon title={outboxText.exercise} />;
  if (mailConfigured) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={outboxText.notConfigured}
      description={outboxText.notConfiguredAdvice}
    />
  );
}
