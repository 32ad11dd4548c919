import { Alert, Button } from 'antd';
import type { LocalCalendarPreview } from '../../api/calendar-types.js';
import { calendarText } from '../../text/calendar.js';
import { localCalendarText as text } from '../../text/local-calendar.js';
import { DueMoves } from './due-moves.js';

interface Props {
  preview: LocalCalendarPreview;
  saving: boolean;
  onConfirm: (fingerprint: string) => void;
}

function whatHappens({ replaces, takesBack }: LocalCalendarPreview): string {
  if (replaces === null) return text.fresh;
  return takesBack ? text.willTakeBack(replaces) : text.willReplace(replaces);
}

export function LocalPreview({ preview, saving, onConfirm }: Props) {
  const { year, level, notice, workingDays, unchanged, takesBack, moves, restDays } = preview;
  return (
    <div className="stack calendar-preview" role="status">
      <p>
        <strong>
          {text.setName(year, level)} {notice}
        </strong>{' '}
        {text.workingDays(workingDays)}；{whatHappens(preview)}
      </p>
      {unchanged && <Alert type="info" showIcon title={text.unchanged} />}
      {moves.length === 0 && <p>{calendarText.noMoves}</p>}
      {(moves.length > 0 || restDays.length > 0) && <DueMoves {...preview} />}
      {!unchanged && (
        <div>
          <Button type="primary" loading={saving} onClick={() => onConfirm(preview.fingerprint)}>
            {takesBack ? text.confirmTakeBack : text.confirm}
          </Button>
        </div>
      )}
    </div>
  );
}
