import { Button } from 'antd';
import type { RecurringPreview } from '../../api/types.js';
import { formatDate } from '../../text/dates.js';
import { recurringText } from '../../text/recurring.js';
import { withDetail } from '../../text/wording.js';

interface Props {
  preview: RecurringPreview;
  saving: boolean;
  onSave: () => void;
}

const dateOr = (date: string | null): string => (date === null ? recurringText.dropped : formatDate(date));

export function RulePreview({ preview, saving, onSave }: Props) {
  return (
    <div className="stack" role="status">
      <p>
        {recurringText.unitCount(preview.units.length)}；
        {recurringText.atOnce(preview.atOnce, preview.skippedAtOnce)}
      </p>
      {preview.stays.length > 0 && <p>{recurringText.stays(preview.stays.length)}</p>}
      {preview.future.length > 0 ? (
        <>
          <h3>{recurringText.future}</h3>
          <ul className="plain-list">
            {preview.future.map((one) => (
              <li key={one.period}>
                {one.differs
                  ? recurringText.futureLine(one.period, dateOr(one.before), dateOr(one.after))
                  : withDetail(one.period, recurringText.same)}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <h3>{recurringText.dates}</h3>
          <ul className="plain-list">
            {preview.next.map((one) => (
              <li key={one.period}>
                {one.provisional ? withDetail(one.text, recurringText.provisional) : one.text}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button type="primary" loading={saving} onClick={onSave}>
        {recurringText.save}
      </Button>
    </div>
  );
}
