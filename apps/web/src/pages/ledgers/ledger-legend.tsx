import type { LedgerState } from '../../api/types.js';
import { LedgerTag } from '../../parts/ledger-tag.js';
import { ledgerStateMeaning } from '../../text/ledgers.js';
import { stateHelp } from '../../text/states.js';

const states = Object.keys(ledgerStateMeaning) as LedgerState[];

export function LedgerLegend() {
  return (
    <details className="legend no-print">
      <summary>{stateHelp.legend}</summary>
      <dl>
        {states.map((state) => (
          <div key={state}>
            <dt>
              <LedgerTag state={state} />
            </dt>
            <dd>{ledgerStateMeaning[state]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
