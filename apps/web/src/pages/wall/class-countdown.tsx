import { Link } from 'react-router';
import type { WallClasses } from '../../api/types.js';
import { useCampaign } from '../../shell/session.js';
import { formatDateShort } from '../../text/dates.js';
import { wallText } from '../../text/wall.js';
import { WallPanel } from './wall-panel.js';

const list = '/ledgers/large_class';

/** @param to the list behind the number; null for a reader who does not see all of it */
function Figure({
  label,
  count,
  to,
  tone,
}: {
  label: string;
  count: number;
  to: string | null;
  tone?: string;
}) {
  return (
    <div className={tone === undefined ? undefined : `wall-figure-${tone}`}>
      <dt>{label}</dt>
      <dd>{to === null ? <span>{count}</span> : <Link to={to}>{count}</Link>}</dd>
    </div>
  );
}

/** What is left, month by month; the number stands on each bar, so that nothing has to be estimated. */
function BurnDown({ months }: { months: WallClasses['burnDown'] }) {
  const most = Math.max(1, ...months.map(({ remaining }) => remaining));
  return (
    <ol className="wall-burn" aria-label={wallText.burnDown}>
      {months.map(({ month, remaining }) => (
        <li key={month}>
          <span className="wall-burn-count">{remaining}</span>
          <span className="wall-burn-bar" style={{ height: `${(remaining / most) * 4}em` }} />
          <span className="wall-burn-month">{month.slice(2)}</span>
        </li>
      ))}
    </ol>
  );
}

function goalOf({ targetOn, daysLeft }: WallClasses): string | undefined {
  if (targetOn === null || daysLeft === null) return undefined;
  const date = formatDateShort(targetOn);
  return daysLeft < 0 ? wallText.targetPassed(date, -daysLeft) : wallText.target(date, daysLeft);
}

/** Three counts of the census, kept apart, beside what the ledger has closed and what came back. */
export function ClassCountdown({ classes }: { classes: WallClasses }) {
  const seesAll = useCampaign().desk !== 'handling';
  const censusList = (category: string) => (seesAll ? `${list}?category=${category}` : null);
  return (
    <WallPanel name="classes" title={wallText.classes} note={goalOf(classes)}>
      {classes.dataAsOf === null ? (
        <p className="wall-none">{wallText.classesNone}</p>
      ) : (
        <>
          <p className="wall-basis">{wallText.classesAsOf(formatDateShort(classes.dataAsOf))}</p>
          <dl className="wall-figures">
            <Figure
              label={wallText.aboveStandard}
              count={classes.aboveStandard}
              to={censusList('above_standard')}
              tone="unmet"
            />
            <Figure label={wallText.large} count={classes.large} to={censusList('large')} tone="unmet" />
            <Figure
              label={wallText.oversize}
              count={classes.oversize}
              to={censusList('oversize')}
              tone="unmet"
            />
          </dl>
          <dl className="wall-figures wall-figures-small">
            <Figure label={wallText.remaining} count={classes.remaining} to={`${list}?standing=remaining`} />
            <Figure label={wallText.closed} count={classes.closed} to={`${list}?state=closed`} tone="met" />
            <Figure
              label={wallText.contradicted}
              count={classes.contradicted}
              to={`${list}?contradicted=true`}
            />
            <Figure label={wallText.relapses} count={classes.relapses} to={`${list}?relapsed=true`} />
          </dl>
          <BurnDown months={classes.burnDown} />
        </>
      )}
    </WallPanel>
  );
}
