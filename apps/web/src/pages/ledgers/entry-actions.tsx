import { Button } from 'antd';
import { useState } from 'react';
import type { NotedStep } from '../../api/ledgers.js';
import type { LedgerEntryView, LedgerOffer } from '../../api/types.js';
import { entryText, offerText } from '../../text/ledgers.js';
import { ApplyDialog } from './apply-dialog.js';
import { PlanDialog } from './plan-dialog.js';
import { StepDialog } from './step-dialog.js';

/** The usual next steps first. */
const order: readonly LedgerOffer[] = ['recheck', 'confirm', 'apply', 'report', 'plan', 'return', 'reopen'];
const grave: ReadonlySet<LedgerOffer> = new Set(['return', 'reopen']);
const notedSteps: Partial<Record<LedgerOffer, NotedStep>> = {
  report: 'report',
  return: 'return',
  recheck: 'recheck',
  confirm: 'confirmation',
  reopen: 'reopening',
};

export function EntryActions({ cid, entry }: { cid: string; entry: LedgerEntryView }) {
  const [open, setOpen] = useState<LedgerOffer | null>(null);
  const offers = order.filter((offer) => entry.offers.includes(offer));
  const close = () => setOpen(null);
  const noted = open === null ? undefined : notedSteps[open];
  return (
    <section className="action-bar no-print" aria-label={entryText.actions}>
      {offers.map((offer, index) => (
        <Button
          key={offer}
          type={index === 0 && !grave.has(offer) ? 'primary' : 'default'}
          danger={grave.has(offer)}
          onClick={() => setOpen(offer)}
        >
          {offerText[offer]}
        </Button>
      ))}
      {offers.length === 0 && <span className="muted">{entryText.noActions}</span>}
      {open === 'apply' && <ApplyDialog cid={cid} entry={entry} onClose={close} />}
      {open === 'plan' && <PlanDialog cid={cid} entry={entry} onClose={close} />}
      {noted !== undefined && <StepDialog cid={cid} entry={entry} step={noted} onClose={close} />}
    </section>
  );
}
