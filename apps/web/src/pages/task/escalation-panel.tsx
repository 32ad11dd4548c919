import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { fetchEscalations } from '../../api/ladder.js';
import type { EscalationRow, SessionCampaign, TaskView } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { RungTag } from '../../parts/rung-tag.js';
import { campaignKey } from '../../shell/session.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { ladderText } from '../../text/ladder.js';
import { listOf } from '../../text/wording.js';
import { RaiseDialog } from './raise-dialog.js';

const running: ReadonlySet<string> = new Set(['assigned', 'signed', 'in_progress']);

function Entry({ row }: { row: EscalationRow }) {
  return (
    <li>
      <div className="row">
        <RungTag rung={row} />
        {row.clock === 'support_receipt' && <span>{ladderText.supportReceipt(row.unitName)}</span>}
        {row.outcome === 'skipped_empty' && <strong>{ladderText.skipped}</strong>}
        <span className="muted">
          {formatInstant(row.at)} · {row.actorName ?? ladderText.byRule}
        </span>
      </div>
      <div>{row.ground}</div>
      {row.reason !== null && <div>{ladderText.reason(row.reason)}</div>}
      {row.replyBy !== null && <div>{ladderText.replyBy(formatDate(row.replyBy))}</div>}
      {row.told.length > 0 && <div className="muted">{ladderText.told(listOf(row.told))}</div>}
    </li>
  );
}

/** Which rungs the task came to, when, on which ground, and who was told; the offices may raise it here. */
export function EscalationPanel({ campaign, task }: { campaign: SessionCampaign; task: TaskView }) {
  const [open, setOpen] = useState(false);
  const escalations = useQuery({
    queryKey: campaignKey(campaign.id, 'escalations', task.id),
    queryFn: () => fetchEscalations(campaign.id, task.id),
  });
  const mayRaise = campaign.desk !== 'handling' && running.has(task.state);
  return (
    <Panel
      title={ladderText.history}
      extra={
        <span className="row">
          <RungTag rung={task.rung} />
          {mayRaise && <Button onClick={() => setOpen(true)}>{ladderText.raise}</Button>}
        </span>
      }
    >
      <QueryView query={escalations}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{ladderText.historyNone}</p>
          ) : (
            <ol className="escalations">
              {items.toReversed().map((row) => (
                <Entry key={row.id} row={row} />
              ))}
            </ol>
          )
        }
      </QueryView>
      {open && <RaiseDialog cid={campaign.id} task={task} onClose={() => setOpen(false)} />}
    </Panel>
  );
}
