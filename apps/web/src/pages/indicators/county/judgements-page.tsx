import type { JudgedTest } from '../../../api/types.js';
import { PageHead } from '../../../parts/page-head.js';
import { QueryView } from '../../../parts/query-view.js';
import { VerdictTag } from '../../../parts/verdict-tag.js';
import { useCampaign } from '../../../shell/session.js';
import { judgementText } from '../../../text/county-inputs.js';
import { withDetail } from '../../../text/wording.js';
import { IndicatorNav } from '../indicator-nav.js';
import '../indicators.css';
import './county.css';
import { useJudgements } from './county.queries.js';
import { LeadUnits } from './entry-fields.js';
import { JudgedPointItem } from './judged-point.js';

function Test({ test }: { test: JudgedTest }) {
  const newest = test.points.map(({ judgements }) => judgements[0]);
  const confirmed = newest.filter((row) => row?.decision === 'confirmed').length;
  const waiting = newest.filter((row) => row?.decision === null).length;
  const name = test.name === test.testName ? test.name : withDetail(test.name, test.testName);
  return (
    <details className="panel judged" open={waiting > 0}>
      <summary>
        <b>
          {test.indicator} {name}
        </b>
        <VerdictTag verdict={test.verdict} />
        <span>{judgementText.progress(confirmed, waiting, test.points.length)}</span>
        <span className="muted">
          <LeadUnits units={test.leadUnits} names={test.leadNames} />
        </span>
      </summary>
      <ul className="judged-points">
        {test.points.map((point) => (
          <JudgedPointItem key={point.point ?? 'whole'} test={test} point={point} />
        ))}
      </ul>
    </details>
  );
}

export function JudgementsPage() {
  const { id } = useCampaign();
  const judgements = useJudgements(id);
  return (
    <>
      <PageHead title={judgementText.title} lead={judgementText.lead} />
      <IndicatorNav />
      <QueryView query={judgements}>
        {({ tests }) => tests.map((test) => <Test key={`${test.indicator} ${test.test}`} test={test} />)}
      </QueryView>
    </>
  );
}
