import { Alert } from 'antd';
import type { HollowRung } from '../api/types.js';
import { ladderText } from '../text/ladder.js';
import { listOf } from '../text/wording.js';
import './rung-tag.css';

interface Line {
  key: string;
  message: string;
  names: string[];
  units: string[];
}

/** Lines that differ in one respect only become one, which lists what they differ in. */
function merge(lines: readonly Line[], what: 'names' | 'units'): Line[] {
  const other = what === 'names' ? 'units' : 'names';
  const merged = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.message} ${line[other].join()}`;
    const same = merged.get(key);
    merged.set(
      key,
      same ? { ...same, [what]: [...new Set([...same[what], ...line[what]])] } : { ...line, key },
    );
  }
  return [...merged.values()];
}

function Lines({
  hollow,
  lead,
  type,
}: {
  hollow: readonly HollowRung[];
  lead: (count: number) => string;
  type: 'warning' | 'info';
}) {
  if (hollow.length === 0) return null;
  const single = hollow.map(({ name, unit, message }) => ({
    key: '',
    message,
    names: [name],
    units: unit === null ? [] : [unit],
  }));
  return (
    <Alert
      type={type}
      showIcon
      title={lead(hollow.length)}
      description={
        <div className="hollow-list" role="region" aria-label={lead(hollow.length)} tabIndex={0}>
          <ul>
            {merge(merge(single, 'units'), 'names').map(({ key, names, units, message }) => (
              <li key={key}>{ladderText.hollowRow(listOf(names), listOf(units), message)}</li>
            ))}
          </ul>
        </div>
      }
    />
  );
}

/** Where a ladder reaches nobody, and what is only to be known; nothing when it is whole. */
export function HollowList({
  hollow,
  lead,
}: {
  hollow: readonly HollowRung[];
  lead: (count: number) => string;
}) {
  return (
    <>
      <Lines hollow={hollow.filter((one) => one.blocks)} lead={lead} type="warning" />
      <Lines hollow={hollow.filter((one) => !one.blocks)} lead={ladderText.hollowHints} type="info" />
    </>
  );
}
