import {
  AuditOutlined,
  CheckSquareFilled,
  ClockCircleFilled,
  ExclamationCircleFilled,
  HourglassOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { LedgerRow, LedgerState } from '../api/types.js';
import { ledgersText, ledgerStateMeaning, ledgerStateText } from '../text/ledgers.js';
import './ledger-tag.css';
import './parts.css';

const icons: Record<LedgerState, ComponentType> = {
  open: ClockCircleFilled,
  applied: AuditOutlined,
  rechecked: SafetyCertificateOutlined,
  unit_closed: HourglassOutlined,
  contradicted: ExclamationCircleFilled,
  closed: CheckSquareFilled,
};

/** The colours of tasks: blue is only what is solved, green nothing, red what data contradict. */
const tones: Record<LedgerState, string> = {
  open: 'due_soon',
  applied: 'in_review',
  rechecked: 'in_review',
  unit_closed: 'awaiting_receipt',
  contradicted: 'overdue',
  closed: 'closed',
};

/** A state is a word, a colour and an icon. */
export function LedgerTag({ state }: { state: LedgerState }) {
  const Icon = icons[state];
  return (
    <span className={`standing standing-${tones[state]} ledger-tag`} title={ledgerStateMeaning[state]}>
      <Icon aria-hidden />
      {ledgerStateText[state]}
    </span>
  );
}

/** 反弹 and 数据不符 stand wherever the entry does. */
export function LedgerMarks({ row }: { row: Pick<LedgerRow, 'relapses' | 'contradicted' | 'dataOutcome'> }) {
  return (
    <>
      {row.relapses > 0 && <span className="mark mark-returned">{ledgersText.relapsed(row.relapses)}</span>}
      {row.contradicted && <span className="mark mark-urgent">{ledgersText.contradictedOnly}</span>}
      {row.dataOutcome === 'gone' && <span className="mark">{ledgersText.gone}</span>}
    </>
  );
}
