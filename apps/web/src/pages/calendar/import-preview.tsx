import { Alert, Button } from 'antd';
import type { CalendarPreview } from '../../api/calendar-types.js';
import { calendarText } from '../../text/calendar.js';
import { DueMoves } from './due-moves.js';

interface Props {
  preview: CalendarPreview;
  saving: boolean;
  onConfirm: (fingerprint: string) => void;
}

export function ImportPreview({ preview, saving, onConfirm }: Props) {
  return (
    <div className="stack calendar-preview" role="status">
      <p>
        <strong>
          {preview.year} {preview.notice}
        </strong>{' '}
        {calendarText.workingDays(preview.workingDays)}；
        {preview.replaces === null ? calendarText.fresh : calendarText.replaces(preview.replaces)}
      </p>
      {preview.unchanged && <Alert type="info" showIcon title={calendarText.unchanged} />}
      {preview.campaigns.length === 0 && <p>{calendarText.noMoves}</p>}
      {preview.campaigns.map((campaign) => (
        <section key={campaign.campaignId} className="stack">
          <h3>{campaign.campaignName}</h3>
          <DueMoves {...campaign} />
        </section>
      ))}
      {!preview.unchanged && (
        <div>
          <Button type="primary" loading={saving} onClick={() => onConfirm(preview.fingerprint)}>
            {calendarText.confirm}
          </Button>
        </div>
      )}
    </div>
  );
}
