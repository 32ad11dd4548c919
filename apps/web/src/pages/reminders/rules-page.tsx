import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { fetchReminderRules } from '../../api/reminders.js';
import type { ReminderRuleRow, RuleSetView } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { campaignKey, useCampaign } from '../../shell/session.js';
import { remindersText } from '../../text/reminders.js';
import './reminders.css';
import { RuleChanges } from './rule-changes.js';
import { RuleDialog } from './rule-dialog.js';
import { RuleTable } from './rule-table.js';
import { SaveRules } from './save-rules.js';

/** A rule being written: its place in the list, or null for a new one. */
type Open = { index: number | null } | undefined;

function Editor({ cid, set }: { cid: string; set: RuleSetView }) {
  const [draft, setDraft] = useState<ReminderRuleRow[] | null>(null);
  const [open, setOpen] = useState<Open>();
  const rules = draft ?? set.rules;
  const keep = (rule: ReminderRuleRow) => {
    const index = open?.index ?? null;
    setDraft(index === null ? [...rules, rule] : rules.map((one, place) => (place === index ? rule : one)));
    setOpen(undefined);
  };
  return (
    <div className="stack">
      <RuleTable
        rules={rules}
        onEdit={(index) => setOpen({ index })}
        onRemove={(index) => setDraft(rules.filter((_, place) => place !== index))}
        onAdd={() => setOpen({ index: null })}
      />
      {draft !== null && (
        <SaveRules cid={cid} version={set.version} rules={draft} onDone={() => setDraft(null)} />
      )}
      {draft === null && !set.usingDefaults && <RestoreDefaults onRestore={() => setDraft([])} />}
      {open !== undefined && (
        <RuleDialog
          rule={open.index === null ? undefined : rules[open.index]}
          onKeep={keep}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function RestoreDefaults({ onRestore }: { onRestore: () => void }) {
  return (
    <div>
      <Button onClick={onRestore}>{remindersText.restore}</Button>
    </div>
  );
}

export function RulesPage() {
  const campaign = useCampaign();
  const rules = useQuery({
    queryKey: campaignKey(campaign.id, 'reminder-rules'),
    queryFn: () => fetchReminderRules(campaign.id),
  });
  const office = campaign.role === 'government_office';
  const mayTry = office || campaign.role === 'supervision_office';
  return (
    <>
      <PageHead title={remindersText.rulesTitle} lead={remindersText.rulesLead}>
        {mayTry && <Link to="/reminders/dry-run">{remindersText.toDryRun}</Link>}
      </PageHead>
      <QueryView query={rules}>
        {(set) => (
          <>
            {set.usingDefaults && <Alert type="info" showIcon title={remindersText.usingDefaults} />}
            <section className="panel">
              {office ? (
                <Editor key={set.version} cid={campaign.id} set={set} />
              ) : (
                <RuleTable rules={set.rules} />
              )}
            </section>
            <Panel title={remindersText.changes}>
              <RuleChanges changes={set.changes} />
            </Panel>
          </>
        )}
      </QueryView>
    </>
  );
}
