import { Link, useLocation } from 'react-router';
import type { BoardRow } from '../../api/types.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import { boardText, verdictText, type Judged } from '../../text/indicators.js';

interface Props {
  rows: readonly BoardRow[];
  chosen: Judged | undefined;
}

const verdicts = Object.keys(verdictText) as Judged[];

/** How many indicators stand where; each number opens exactly those, and once more all of them. */
export function VerdictTiles({ rows, chosen }: Props) {
  const { search } = useLocation();
  const address = (verdict: Judged) => {
    const query = new URLSearchParams(search);
    if (verdict === chosen) query.delete('verdict');
    else query.set('verdict', verdict);
    return { search: query.toString() };
  };
  const counted = verdicts
    .map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length }))
    .filter(({ verdict, count }) => count > 0 || verdict === chosen);
  return (
    <ul className="verdict-tiles" aria-label={boardText.filter}>
      {counted.map(({ verdict, count }) => (
        <li key={verdict}>
          <Link to={address(verdict)} replace aria-current={verdict === chosen ? 'true' : undefined}>
            <VerdictTag verdict={verdict} /> <strong>{count}</strong>
          </Link>
        </li>
      ))}
    </ul>
  );
}
