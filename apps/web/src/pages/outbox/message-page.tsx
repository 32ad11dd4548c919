import { PaperClipOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { attachmentUrl, fetchMessage } from '../../api/reports.js';
import type { OutboxView } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { taskUrl } from '../../parts/task-links.js';
import { campaignKey } from '../../shell/session.js';
import { formatInstant } from '../../text/dates.js';
import { fileSize } from '../../text/file-size.js';
import { outboxText } from '../../text/outbox.js';
import { MessageStatusText } from './message-status.js';
import './outbox.css';
import { useOutboxCampaign } from './use-outbox-campaign.js';

function Head({ message }: { message: OutboxView }) {
  const lines: [string, string | null][] = [
    [
      outboxText.recipient,
      `${message.recipientName} ${message.recipientAddress ?? (message.channel === 'mail' ? outboxText.noAddress : '')}`,
    ],
    [outboxText.kind, message.kindName],
    [outboxText.channel, outboxText.channels[message.channel]],
    [outboxText.createdAt, formatInstant(message.createdAt)],
    [outboxText.notBefore, message.notBefore === null ? null : formatInstant(message.notBefore)],
    [outboxText.sentAt, message.sentAt === null ? null : formatInstant(message.sentAt)],
    [outboxText.attempts, message.attempts === 0 ? null : String(message.attempts)],
    [outboxText.lastError, message.lastError],
    [outboxText.messageId, message.messageId],
  ];
  return (
    <dl className="message-head">
      <dt>{outboxText.status}</dt>
      <dd>
        <MessageStatusText status={message.status} />{' '}
        <span className="muted">{outboxText.statusHints[message.status]}</span>
      </dd>
      {lines.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="message-line">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Content({ cid, message }: { cid: string; message: OutboxView }) {
  return (
    <>
      <PageHead title={message.subject ?? message.kindName} />
      <section className="panel">
        <Head message={message} />
      </section>
      {message.attachments.length > 0 && (
        <Panel title={outboxText.attachments}>
          <ul className="message-list">
            {message.attachments.map((file) => (
              <li key={file.id}>
                <PaperClipOutlined aria-hidden />{' '}
                <a href={attachmentUrl(cid, message.id, file.id)} download>
                  {file.fileName}
                </a>{' '}
                <span className="muted">{fileSize(file.size)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={outboxText.text}>
        {message.text === null ? (
          <p className="muted">{outboxText.textHidden}</p>
        ) : (
          <div className="message-text">{message.text}</div>
        )}
      </Panel>
      {message.taskLinks.length > 0 && (
        <Panel title={outboxText.tasks}>
          <ul className="message-list">
            {message.taskLinks.map((task) => (
              <li key={task.id}>
                <Link to={taskUrl(task.id)}>
                  {task.number} {task.title}
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

export function MessagePage() {
  const { id = '' } = useParams();
  const cid = useOutboxCampaign();
  const message = useQuery({
    queryKey: campaignKey(cid ?? '', 'message', id),
    queryFn: () => fetchMessage(cid ?? '', id),
    enabled: cid !== undefined,
  });
  return (
    <>
      <Link to="/outbox">{outboxText.back}</Link>
      <QueryView query={message}>{(data) => <Content cid={cid ?? ''} message={data} />}</QueryView>
    </>
  );
}
