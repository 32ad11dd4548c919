import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { changeReminderRules, previewReminderRules } from '../../api/reminders.js';
import type { ReminderRuleRow, RulePreview } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { campaignKey, useRefreshCampaign } from '../../shell/session.js';
import { formatDate } from '../../text/dates.js';
import { remindersText } from '../../text/reminders.js';

function previewText({ on, current, proposed }: RulePreview): string {
  const more = proposed.messages - current.messages;
  const size = remindersText.preview(formatDate(on), proposed.messages, proposed.reminders);
  return size + (more === 0 ? remindersText.same : remindersText.differ(more));
}

interface Props {
  cid: string;
  version: number;
  rules: ReminderRuleRow[];
  onDone: () => void;
}

/** What the changed rules would do at the next run, and the way to keep or drop them. */
export function SaveRules({ cid, version, rules, onDone }: Props) {
  const [note, setNote] = useState('');
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const preview = useQuery({
    queryKey: campaignKey(cid, 'reminder-preview', rules),
    queryFn: () => previewReminderRules(cid, rules),
    placeholderData: keepPreviousData,
  });
  const save = useMutation({
    mutationFn: () => changeReminderRules(cid, { version, rules, ...(note.trim() === '' ? {} : { note }) }),
    onSuccess: () => {
      void message.success(remindersText.saved);
      onDone();
      void refresh(cid);
    },
  });
  return (
    <div className="stack">
      <Alert
        type="warning"
        showIcon
        title={remindersText.pending}
        description={preview.data === undefined ? remindersText.previewing : previewText(preview.data)}
      />
      {preview.error !== null && <ProblemAlert error={preview.error} />}
      <Input
        className="rule-note"
        maxLength={500}
        aria-label={remindersText.note}
        placeholder={remindersText.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row">
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {remindersText.save}
        </Button>
        <Button onClick={onDone}>{remindersText.discard}</Button>
      </div>
      {save.error !== null && <ProblemAlert error={save.error} onLoadLatest={() => void refresh(cid)} />}
    </div>
  );
}
