import { Alert } from 'antd';
import type { HollowRung } from '../api/types.js';
import { ladderText } from '../text/ladder.js';
import { listOf } from '../text/wording.js';
import './rung-tag.css';

/** Where a ladder reaches nobody, all of it; nothing when it is whole. */
export function HollowList({ hollow, lead }: { hollow: readonly HollowRung[]; lead: string }) {
  if (hollow.length === 0) return null;
  // One line for all units that lack the same.
  const units = new Map<string, { name: string; message: string; units: string[] }>();
  for (const { name, unit, message } of hollow) {
    const line = units.get(`${name} ${message}`) ?? { name, message, units: [] };
    if (unit !== null) line.units.push(unit);
    units.set(`${name} ${message}`, line);
  }
  const lines = [...units.values()].map((line) =>
    ladderText.hollowRow(line.name, listOf(line.units), line.message),
  );
  return (
    <Alert
      type="warning"
      showIcon
      title={lead}
      description={
        <ul className="hollow-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
}
