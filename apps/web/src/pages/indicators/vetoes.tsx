import type { VetoRow } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import { boardText } from '../../text/indicators.js';

/** One open event of any of these fails the whole county. */
export function Vetoes({ rows }: { rows: readonly VetoRow[] }) {
  return (
    <Panel title={boardText.vetoes}>
      <ul className="vetoes">
        {rows.map((row) => (
          <li key={row.id}>
            <span>{row.name}</span>
            <VerdictTag verdict={row.verdict} text={boardText.vetoVerdict[row.verdict]} />
            <span className="muted">{boardText.vetoEvents(row.events)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
