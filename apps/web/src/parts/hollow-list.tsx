import { Alert } from 'antd';
import type { HollowRung } from '../api/types.js';
import { ladderText } from '../text/ladder.js';
import './rung-tag.css';

/** Where a ladder reaches nobody, all of it; nothing when it is whole. */
export function HollowList({ hollow, lead }: { hollow: readonly HollowRung[]; lead: string }) {
  if (hollow.length === 0) return null;
  const lines = hollow.map(({ name, unit, message }) => ladderText.hollowRow(name, unit, message));
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
