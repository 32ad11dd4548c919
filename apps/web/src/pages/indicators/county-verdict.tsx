import type { IndicatorBoard } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import { boardText, indicatorsText } from '../../text/indicators.js';
import { dataSetName } from './indicator-nav.js';

/** The whole county against the national line and against its own target, and why. */
export function CountyVerdict({ board }: { board: IndicatorBoard }) {
  return (
    <Panel
      title={boardText.county}
      extra={board.dataSet !== null && <span className="muted">{dataSetName(board.dataSet)}</span>}
    >
      <div className="county-verdict">
        <span>
          {indicatorsText.national} <VerdictTag verdict={board.verdict} />
        </span>
        <span>
          {indicatorsText.local}{' '}
          {board.localVerdict === null ? (
            <span className="muted">{indicatorsText.noLocal}</span>
          ) : (
            <VerdictTag verdict={board.localVerdict} />
          )}
        </span>
        <span className="muted" title={boardText.fingerprintHint}>
          {boardText.fingerprint} {board.fingerprint.slice(0, 12)}
        </span>
      </div>
      {board.reasons.length > 0 && (
        <details className="county-reasons">
          <summary>{boardText.reasons}</summary>
          <ul>
            {board.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}
