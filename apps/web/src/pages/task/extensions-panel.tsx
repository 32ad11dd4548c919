import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import {
  approveExtension,
  approvePause,
  askExtension,
  askPause,
  fetchTaskExtensions,
  openDoor,
  refuseExtension,
  refusePause,
  withdrawExtension,
} from '../../api/extensions.js';
import type {
  ExtensionView,
  NewDoor,
  NewExtension,
  NewPauseRequest,
  PauseRequestView,
  TaskExtensions,
  TaskView,
} from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { ExtensionCard } from '../../parts/extension-card.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { campaignKey } from '../../shell/session.js';
import { formatDateShort } from '../../text/dates.js';
import { extensionText } from '../../text/extensions.js';
import { DateDialog, type DialogField, type Sent } from '../../parts/date-dialog.js';
import { Pauses } from './pauses.js';

interface Dialog {
  title: string;
  hint?: string;
  fields: readonly DialogField[];
  send: (values: Sent) => Promise<unknown>;
}

interface Act {
  label: string;
  dialog: Dialog;
  primary?: boolean;
}

const reason: DialogField = { name: 'reason', label: extensionText.reason, kind: 'text' };
const plainReason: DialogField = { name: 'reason', label: extensionText.ground, kind: 'text' };
const ground: DialogField = { name: 'ground', label: extensionText.ground, kind: 'text' };
const date = (name: string, label: string): DialogField => ({ name, label, kind: 'date' });

function requestActs(cid: string, request: ExtensionView): Act[] {
  const { id, version } = request;
  const title = `${extensionText.title} ${request.number}`;
  const granted = { ...date('grantedOn', extensionText.grantedOn), initial: request.requestedOn };
  const opinion = { ...ground, label: extensionText.groundOptional, optional: true };
  const decide: Act[] = [
    {
      label: extensionText.approve,
      primary: true,
      dialog: {
        title,
        fields: [{ ...granted, help: extensionText.grantedHint }, opinion],
        send: (sent) => approveExtension(cid, id, { version, ...(sent as { grantedOn: string }) }),
      },
    },
    {
      label: extensionText.refuse,
      dialog: {
        title,
        fields: [ground],
        send: (sent) => refuseExtension(cid, id, { version, ...(sent as { ground: string }) }),
      },
    },
  ];
  const withdraw: Act = {
    label: extensionText.withdraw,
    dialog: { title, fields: [], send: () => withdrawExtension(cid, id, version) },
  };
  return [...(request.canDecide ? decide : []), ...(request.canWithdraw ? [withdraw] : [])];
}

function pauseActs(cid: string, { id, version }: PauseRequestView): Act[] {
  const title = extensionText.askPause;
  return [
    {
      label: extensionText.approve,
      primary: true,
      dialog: { title, fields: [], send: () => approvePause(cid, id, version) },
    },
    {
      label: extensionText.refuse,
      dialog: {
        title,
        fields: [ground],
        send: (sent) => refusePause(cid, id, { version, ...(sent as { ground: string }) }),
      },
    },
  ];
}

function taskActs(cid: string, task: TaskView, may: TaskExtensions): Act[] {
  const files = task.evidence
    .filter((file) => file.status !== 'voided')
    .map((file) => ({ value: file.id, label: file.fileName }));
  const ask: Dialog = {
    title: extensionText.ask,
    hint: extensionText.askHint,
    fields: [
      date('requestedOn', extensionText.requestedOn),
      reason,
      { name: 'progress', label: extensionText.progress, kind: 'text' },
      {
        name: 'evidenceIds',
        label: extensionText.evidence,
        kind: 'files',
        optional: true,
        options: files,
        help: extensionText.evidenceHint,
      },
    ],
    send: (sent) => askExtension(cid, task.id, sent as unknown as NewExtension),
  };
  const door: Dialog = {
    title: extensionText.openDoor,
    hint: extensionText.openDoorHint,
    fields: [date('untilOn', extensionText.untilOn), plainReason],
    send: (sent) => openDoor(cid, task.id, sent as unknown as NewDoor),
  };
  const pause: Dialog = {
    title: extensionText.askPause,
    hint: extensionText.askPauseHint,
    fields: [date('expectedEndOn', extensionText.expectedEndOn), plainReason],
    send: (sent) => askPause(cid, task.id, sent as unknown as NewPauseRequest),
  };
  return [
    ...(may.canAsk ? [{ label: extensionText.ask, dialog: ask }] : []),
    ...(may.canOpenDoor ? [{ label: extensionText.openDoor, dialog: door }] : []),
    ...(may.canAskPause ? [{ label: extensionText.askPause, dialog: pause }] : []),
  ];
}

function Acts({ acts, onAct }: { acts: Act[]; onAct: (dialog: Dialog) => void }) {
  if (acts.length === 0) return null;
  return (
    <div className="row no-print">
      {acts.map((act) => (
        <Button
          key={act.label}
          type={act.primary === true ? 'primary' : 'default'}
          onClick={() => onAct(act.dialog)}
        >
          {act.label}
        </Button>
      ))}
    </div>
  );
}

function Content({ cid, task, today, data }: Props & { data: TaskExtensions }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  return (
    <div className="stack">
      {data.whyNot !== null && <Alert type="info" showIcon title={data.whyNot} />}
      <Acts acts={taskActs(cid, task, data)} onAct={setDialog} />
      {data.requests.length === 0 && <Nothing text={extensionText.none} />}
      {data.requests.map((request) => (
        <div key={request.id} className="stack">
          <ExtensionCard request={request} today={today} />
          <Acts acts={requestActs(cid, request)} onAct={setDialog} />
        </div>
      ))}
      {data.doors.map((door) => (
        <div key={door.openedAt} className="muted">
          {extensionText.said(
            extensionText.door(door.openedBy, formatDateShort(door.untilOn, today)),
            door.reason,
          )}
        </div>
      ))}
      {data.pauseRequests.map((request) => (
        <div key={request.id} className="stack">
          <div>
            {extensionText.pauseAsked(request.askedBy, formatDateShort(request.expectedEndOn, today))}{' '}
            <strong>{extensionText.pauseStates[request.state]}</strong>
            <div className="muted">{request.reason}</div>
          </div>
          {data.canDecidePause && request.state === 'pending' && (
            <Acts acts={pauseActs(cid, request)} onAct={setDialog} />
          )}
        </div>
      ))}
      <Pauses pauses={task.pauses} today={today} />
      {dialog !== null && <DateDialog cid={cid} {...dialog} onClose={() => setDialog(null)} />}
    </div>
  );
}

interface Props {
  cid: string;
  task: TaskView;
  today: string;
}

/** Extension requests with what this reader may do about them, and the times the clock stood still. */
export function ExtensionsPanel(props: Props) {
  const { cid, task } = props;
  const query = useQuery({
    queryKey: campaignKey(cid, 'task-extensions', task.id),
    queryFn: () => fetchTaskExtensions(cid, task.id),
    staleTime: 0,
  });
  return (
    <Panel title={extensionText.title}>
      <QueryView query={query}>{(data) => <Content {...props} data={data} />}</QueryView>
    </Panel>
  );
}
