import { Select } from 'antd';
import type { EscalationClock, RungAudience } from '../../api/types.js';
import { useLadder } from '../../parts/ladder.queries.js';
import { audienceText, clockText, ladderText } from '../../text/ladder.js';
import type { TaskFilterControl } from './task-filter.js';

const clocks = Object.keys(clockText) as EscalationClock[];
const audiences = Object.keys(audienceText) as RungAudience[];

/** Which clock has run out, which rung a task stands on, and whom that rung tells. */
export function RungFilters({ control, cid }: { control: TaskFilterControl; cid: string }) {
  const rungs = useLadder(cid).data?.active?.rungs ?? [];
  const { late = [], rung = [], rungAudience } = control.filter;
  return (
    <>
      <Select
        className="filter-small"
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        aria-label={ladderText.lateFilter}
        placeholder={ladderText.anyLate}
        value={late}
        options={clocks.map((clock) => ({ value: clock, label: clockText[clock] }))}
        onChange={(values) => control.change({ late: values.join(',') })}
      />
      <Select
        className="filter-small"
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        aria-label={ladderText.rung}
        placeholder={ladderText.anyRung}
        value={rung}
        options={[
          { value: 0, label: ladderText.rungNone },
          ...rungs.map(({ name }, index) => ({ value: index + 1, label: name })),
        ]}
        onChange={(values) => control.change({ rung: values.join(',') })}
      />
      <Select
        className="filter-small"
        allowClear
        aria-label={ladderText.audienceFilter}
        placeholder={ladderText.anyAudience}
        value={rungAudience}
        options={audiences.map((audience) => ({ value: audience, label: audienceText[audience] }))}
        onChange={(value: RungAudience | undefined) => control.change({ rungAudience: value })}
      />
    </>
  );
}
