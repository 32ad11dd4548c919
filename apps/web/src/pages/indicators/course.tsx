import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined, WarningFilled } from '@ant-design/icons';
import type { BoardRow, TrendChange } from '../../api/types.js';
import { formatDateShort } from '../../text/dates.js';
import { boardText, dataSetKindText } from '../../text/indicators.js';

const icons: Record<TrendChange, typeof MinusOutlined> = {
  better: ArrowUpOutlined,
  same: MinusOutlined,
  worse: ArrowDownOutlined,
};

function Change({ change, since }: { change: TrendChange; since: string }) {
  const Icon = icons[change];
  return (
    <div className={`course-${change}`}>
      <Icon aria-hidden /> {boardText.changeFrom(formatDateShort(since))}
      {boardText.change[change]}
    </div>
  );
}

/** Whether it became better, the figures of earlier data, and how old the data are. */
export function Course({ row }: { row: BoardRow }) {
  const { trend, change, dataAsOf, dataDays, dataLate, dataDueOn } = row;
  const earlier = trend.slice(0, -1);
  const before = earlier.at(-1);
  return (
    <div className="course">
      {change !== null && before !== undefined && <Change change={change} since={before.asOf} />}
      {change !== null &&
        earlier.map(({ asOf, kind, text }) => (
          <div key={asOf} className="muted">
            {boardText.point(formatDateShort(asOf), dataSetKindText[kind], text)}
          </div>
        ))}
      {dataAsOf !== null && dataDays !== null && (
        <div className="muted">{boardText.dataAge(formatDateShort(dataAsOf), dataDays)}</div>
      )}
      {dataLate && (
        <div className="course-late">
          <WarningFilled aria-hidden /> {boardText.dataLate}
        </div>
      )}
      {dataAsOf === null && dataDueOn !== null && (
        <div className="muted">{boardText.dataDue(formatDateShort(dataDueOn))}</div>
      )}
    </div>
  );
}
