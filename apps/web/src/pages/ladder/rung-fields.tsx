import { Button, Input, InputNumber, Select } from 'antd';
import type { LadderClock, RungAudience, RungColour, RungContent, RungIssue } from '../../api/types.js';
import {
  audienceText,
  clockText,
  colourText,
  issueText,
  ladderClocks,
  ladderText,
} from '../../text/ladder.js';

const options = <T extends string>(words: Record<T, string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));

interface Props {
  rung: RungContent;
  onChange: (rung: RungContent) => void;
  onRemove: () => void;
}

/** One rung being written. An empty number means that this clock does not lead to the rung. */
export function RungFields({ rung, onChange, onRemove }: Props) {
  const setLate = (clock: LadderClock, days: number | null) => {
    const { [clock]: _, ...others } = rung.late;
    onChange({ ...rung, late: days === null ? others : { ...others, [clock]: days } });
  };
  return (
    <fieldset className="rung-fields">
      <legend>{rung.name}</legend>
      <label>
        {ladderText.rungName}
        <Input
          value={rung.name}
          maxLength={12}
          onChange={(event) => onChange({ ...rung, name: event.target.value })}
        />
      </label>
      <label>
        {ladderText.colour}
        <Select<RungColour>
          aria-label={ladderText.colour}
          value={rung.colour}
          options={options(colourText)}
          onChange={(colour) => onChange({ ...rung, colour })}
        />
      </label>
      {ladderClocks.map((clock) => (
        <label key={clock} title={ladderText.daysHint}>
          {clockText[clock]}
          <InputNumber
            value={rung.late[clock] ?? null}
            min={-30}
            max={250}
            precision={0}
            onChange={(days) => setLate(clock, days)}
          />
        </label>
      ))}
      <label className="rung-audience">
        {ladderText.audience}
        <Select<RungAudience[]>
          aria-label={ladderText.audience}
          mode="multiple"
          placeholder={ladderText.audienceNone}
          value={rung.audience}
          options={options(audienceText)}
          onChange={(audience) => onChange({ ...rung, audience })}
        />
      </label>
      <label>
        {ladderText.issues}
        <Select<RungIssue>
          aria-label={ladderText.issues}
          value={rung.issues}
          options={options(issueText)}
          onChange={(issues) => onChange({ ...rung, issues })}
        />
      </label>
      <label>
        {ladderText.reply}
        <InputNumber
          value={rung.replyWorkingDays}
          min={1}
          max={60}
          precision={0}
          onChange={(replyWorkingDays) => onChange({ ...rung, replyWorkingDays })}
        />
      </label>
      <Button type="link" danger aria-label={ladderText.removeRung(rung.name)} onClick={onRemove}>
        {ladderText.remove}
      </Button>
    </fieldset>
  );
}
