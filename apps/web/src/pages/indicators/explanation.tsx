import type { TraceRow } from '../../api/types.js';
import { WeakMark } from '../../parts/verdict-tag.js';
import { schoolText, traceKindText } from '../../text/indicators.js';

const kinds = Object.keys(traceKindText) as TraceRow['kind'][];

/** A cell of the imported file, or words on who entered it. */
const sourceOf = (cell: string): string => (/[A-Z]+\d+$/.test(cell) ? schoolText.cell(cell) : cell);

/** Why a figure is what it is: data with its cell, formula, parameters with their basis, steps, verdict. */
export function Explanation({ trace }: { trace: readonly TraceRow[] }) {
  const grouped = kinds
    .map((kind) => ({ kind, rows: trace.filter((row) => row.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <dl className="explanation">
      {grouped.map(({ kind, rows }) => (
        <div key={kind}>
          <dt>{traceKindText[kind]}</dt>
          <dd>
            <ol>
              {rows.map((row, index) => (
                <li key={index}>
                  {row.text} {row.cell !== null && <span className="cell-address">{sourceOf(row.cell)}</span>}
                  {row.weak && <WeakMark />}
                  {row.basisText !== null && !row.text.includes(row.basisText) && (
                    <div className="muted">{row.basisText}</div>
                  )}
                </li>
              ))}
            </ol>
          </dd>
        </div>
      ))}
    </dl>
  );
}
