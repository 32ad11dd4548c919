import type { LadderContent, RungContent } from '../../api/types.js';
import { RungTag } from '../../parts/rung-tag.js';
import { audienceText, issueText, ladderClocks, ladderText } from '../../text/ladder.js';
import { listOf } from '../../text/wording.js';

const priorities = ['normal', 'important', 'urgent'] as const;

function lateLines(rung: RungContent): string[] {
  return ladderClocks.flatMap((clock) => {
    const days = rung.late[clock];
    return days === undefined ? [] : [ladderText.lateOn(clock, days)];
  });
}

/** A ladder as it reads: each rung's word, colour and icon, when it is reached, whom it tells and what it puts out. */
export function RungTable({ ladder }: { ladder: LadderContent }) {
  return (
    <>
      <div className="rung-table" role="region" aria-label={ladderText.rungsOf(ladder.name)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{ladderText.rungName}</th>
              <th scope="col">{ladderText.late}</th>
              <th scope="col">{ladderText.audience}</th>
              <th scope="col">{ladderText.issues}</th>
              <th scope="col">{ladderText.reply}</th>
            </tr>
          </thead>
          <tbody>
            {ladder.rungs.map((rung) => (
              <tr key={rung.name}>
                <td>
                  <RungTag rung={rung} />
                </td>
                <td>
                  {lateLines(rung).map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </td>
                <td>
                  {rung.audience.length === 0
                    ? ladderText.audienceNone
                    : listOf(rung.audience.map((one) => audienceText[one]))}
                </td>
                <td>{issueText[rung.issues]}</td>
                <td>{ladderText.replyDays(rung.replyWorkingDays)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted">
        {listOf(
          priorities.map((priority) =>
            ladderText.startOf(priority, ladder.rungs[ladder.start[priority] - 1]?.name ?? ''),
          ),
        )}
      </p>
      <p className="muted">{ladderText.receiptNote}</p>
      <p className="muted">{ladderText.verificationNote}</p>
    </>
  );
}
