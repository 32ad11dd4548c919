import { Link } from 'react-router';
import type { WallChart } from '../../api/types.js';
import { verdictIcons } from '../../parts/verdict-tag.js';
import { formatDateShort } from '../../text/dates.js';
import { verdictText } from '../../text/indicators.js';
import { wallText } from '../../text/wall.js';
import { WallPanel } from './wall-panel.js';

type Indicators = WallChart['indicators'];

/** All indicators as chips: the id, a colour, an icon and, for readers, the word. */
export function IndicatorChips({ indicators }: { indicators: Indicators }) {
  const { dataAsOf, list } = indicators;
  const note =
    dataAsOf === null ? wallText.indicatorsNone : wallText.indicatorsAsOf(formatDateShort(dataAsOf));
  return (
    <WallPanel name="indicators" title={wallText.indicators} note={note}>
      <dl className="wall-figures">
        {(['met', 'unmet', 'noData'] as const).map((key) => (
          <div key={key} className={`wall-figure-${key}`}>
            <dt>{wallText.indicatorCounts[key]}</dt>
            <dd>
              <Link to="/indicators">{indicators[key]}</Link>
            </dd>
          </div>
        ))}
      </dl>
      <ul className="wall-chips">
        {list.map(({ id, name, verdict }) => {
          const Icon = verdictIcons[verdict];
          return (
            <li key={id}>
              <Link to={`/indicators#${id}`} className={`wall-chip verdict-${verdict}`} title={name}>
                <Icon aria-hidden /> {id}
                <span className="visually-hidden">
                  {name} {verdictText[verdict]}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </WallPanel>
  );
}
