import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { reviewJudgement } from '../../../api/county-inputs.js';
import type { JudgedPoint, JudgedTest, JudgementRow } from '../../../api/types.js';
import { ProblemAlert } from '../../../parts/problem-alert.js';
import { VerdictTag } from '../../../parts/verdict-tag.js';
import { useCampaign, useRefreshCampaign } from '../../../shell/session.js';
import { judgementText } from '../../../text/county-inputs.js';
import { formatDateShort } from '../../../text/dates.js';
import { comma } from '../../../text/wording.js';
import { JudgeDialog, ReturnDialog } from './judge-dialogs.js';

const stateOf = ({ decision }: JudgementRow): string => judgementText.states[decision ?? 'waiting'];

function Judged({ row }: { row: JudgementRow }) {
  const { outcome, unitName, judgedOn, ground, evidence, reviewedBy, reviewedOn, reason } = row;
  const reviewed =
    reviewedBy !== null && reviewedOn !== null
      ? judgementText.reviewed(reviewedBy, formatDateShort(reviewedOn))
      : null;
  return (
    <div className="entry-line">
      <VerdictTag verdict={row.decision === 'confirmed' ? outcome : 'no_data'} text={stateOf(row)} />
      <span>{judgementText.by(unitName, formatDateShort(judgedOn), judgementText.outcomes[outcome])}</span>
      <span>{evidence === null ? ground : comma(ground, judgementText.evidenceAt(evidence))}</span>
      {reviewed !== null && (
        <span className="muted">{reason === null ? reviewed : comma(reviewed, reason)}</span>
      )}
    </div>
  );
}

function Review({ row, what }: { row: JudgementRow; what: string }) {
  const { id: cid } = useCampaign();
  const refresh = useRefreshCampaign();
  const [returning, setReturning] = useState(false);
  const confirming = useMutation({
    mutationFn: () => reviewJudgement(cid, row.id, { decision: 'confirmed' }),
    onSettled: () => refresh(cid),
  });
  return (
    <>
      <Button
        size="small"
        type="primary"
        loading={confirming.isPending}
        aria-label={judgementText.confirmOf(what)}
        onClick={() => confirming.mutate()}
      >
        {judgementText.confirm}
      </Button>
      <Button size="small" aria-label={judgementText.sendBackOf(what)} onClick={() => setReturning(true)}>
        {judgementText.sendBack}
      </Button>
      {confirming.error !== null && <ProblemAlert error={confirming.error} />}
      {returning && <ReturnDialog id={row.id} what={what} onClose={() => setReturning(false)} />}
    </>
  );
}

/** What was judged of a point, the newest first, and what one may do about it. */
export function JudgedPointItem({ test, point }: { test: JudgedTest; point: JudgedPoint }) {
  const [judging, setJudging] = useState(false);
  const [newest, ...earlier] = point.judgements;
  const what = point.point ?? test.testName;
  return (
    <li>
      <div className="entry-line">
        <span className="board-id">{point.point ?? judgementText.whole}</span>
        <span>{point.text}</span>
        {test.mayJudge && (
          <Button size="small" aria-label={judgementText.judgeOf(what)} onClick={() => setJudging(true)}>
            {judgementText.judge}
          </Button>
        )}
        {newest?.mayReview === true && <Review row={newest} what={what} />}
      </div>
      {newest === undefined ? <div className="muted">{judgementText.none}</div> : <Judged row={newest} />}
      {earlier.length > 0 && (
        <details className="county-reasons">
          <summary>{judgementText.earlier(earlier.length)}</summary>
          {earlier.map((row) => (
            <Judged key={row.id} row={row} />
          ))}
        </details>
      )}
      {judging && <JudgeDialog test={test} point={point.point} onClose={() => setJudging(false)} />}
    </li>
  );
}
