import {
  CheckCircleOutlined,
  CheckOutlined,
  ClockCircleFilled,
  ExclamationCircleFilled,
  InboxOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { SupportingUnit, SupportReceipt } from '../api/types.js';
import { useCampaign, useSession } from '../shell/session.js';
import { formatDateShort } from '../text/dates.js';
import { ladderText } from '../text/ladder.js';
import { receiptMeaning, receiptsText, receiptText } from '../text/receipts.js';
import './parts.css';

const icons: Record<SupportReceipt, ComponentType> = {
  to_sign: InboxOutlined,
  late: ExclamationCircleFilled,
  in_time: CheckCircleOutlined,
  signed_late: ClockCircleFilled,
  signed: CheckOutlined,
  never: StopOutlined,
};

const tones: Record<SupportReceipt, string> = {
  to_sign: 'awaiting_receipt',
  late: 'overdue',
  in_time: 'on_track',
  signed_late: 'due_soon',
  signed: 'undetermined',
  never: 'undetermined',
};

/** How a supporting unit's receipt stands: a word, a colour and an icon. */
export function ReceiptTag({ receipt }: { receipt: SupportReceipt }) {
  const Icon = icons[receipt];
  return (
    <span className={`standing standing-${tones[receipt]}`} title={receiptMeaning[receipt]}>
      <Icon aria-hidden />
      {receiptText[receipt]}
    </span>
  );
}

type Receipt = Pick<SupportingUnit, 'receipt' | 'receiptDueOn' | 'receiptDaysLeft'>;

/** By when a unit has to sign, or should have, and how many working days are left or over. */
export function ReceiptDue({ receipt, receiptDueOn, receiptDaysLeft }: Receipt) {
  const { today } = useSession();
  if (receiptDueOn === null) return null;
  const late = receipt === 'late' || receipt === 'signed_late';
  return (
    <span className="due">
      <span>{receiptsText.due(formatDateShort(receiptDueOn, today))}</span>
      {late && receiptDaysLeft !== null && (
        <span className="remaining remaining-overdue">{receiptsText.late(-receiptDaysLeft)}</span>
      )}
      {receipt === 'to_sign' && receiptDaysLeft !== null && (
        <span className="remaining">{ladderText.left(receiptDaysLeft)}</span>
      )}
    </span>
  );
}

const settled: readonly SupportReceipt[] = ['in_time', 'signed'];

/** Who of the supporting units has to be asked to sign; to a unit's own people only their own part. */
export function SupportReceipts({ units }: { units: readonly SupportingUnit[] }) {
  const campaign = useCampaign();
  const own = campaign.desk === 'handling' ? units.filter(({ id }) => id === campaign.unit?.id) : [];
  const shown = own.length > 0 ? own : units.filter(({ receipt }) => !settled.includes(receipt));
  const others = own.length > 0 ? 0 : units.length - shown.length;
  return (
    <>
      {shown.map((unit) => (
        <div key={unit.id} className="row receipt">
          {own.length === 0 && <span>{unit.shortName}</span>}
          <ReceiptTag receipt={unit.receipt} />
          <ReceiptDue {...unit} />
        </div>
      ))}
      {others > 0 && (
        <span className="muted">
          {shown.length > 0 ? receiptsText.others(others) : receiptsText.all(others)}
        </span>
      )}
    </>
  );
}
