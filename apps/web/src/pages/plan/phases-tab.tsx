import { Alert } from 'antd';
import { Link } from 'react-router';
import type { CampaignView, PhaseRow, SessionCampaign } from '../../api/types.js';
import { useCampaignView } from '../../parts/campaign.queries.js';
import { Nothing } from '../../parts/empty.js';
import { QueryView } from '../../parts/query-view.js';
import { formatDate } from '../../text/dates.js';
import { plan } from '../../text/plan.js';

function spanOf(phase: PhaseRow): string {
  if (phase.undetermined || phase.startsOn === null) return plan.undetermined;
  return plan.to(
    formatDate(phase.startsOn),
    phase.endsOn === null ? plan.undetermined : formatDate(phase.endsOn),
  );
}

/** Where today stands: done, running, or still to come. */
function phaseClass(phase: PhaseRow, today: string): string {
  if (phase.undetermined || phase.startsOn === null || phase.startsOn > today) return 'phase-ahead';
  return phase.endsOn !== null && phase.endsOn < today ? 'phase-past' : 'phase-now';
}

function Coverage({ view }: { view: CampaignView }) {
  const { clauses, clausesWithTask } = view.counts;
  return (
    <p>
      {plan.coverageLabel} <Link to="/plan?tab=clauses">{plan.coverage(clausesWithTask, clauses)}</Link>
    </p>
  );
}

function Content({ view }: { view: CampaignView }) {
  if (view.phases.length === 0 && view.documents.length === 0) {
    return <Nothing text={plan.empty} next={plan.emptyNext} />;
  }
  return (
    <div className="stack">
      <Coverage view={view} />
      <p className="plan-timeline">
        {plan.planned} <Link to="/timeline">{plan.timeline}</Link>
      </p>
      <ol className="phases">
        {view.phases.map((phase) => (
          <li key={phase.id} className={phaseClass(phase, view.today)}>
            <strong>{phase.name}</strong>
            <div>{spanOf(phase)}</div>
            {phase.clause !== null && (
              <div className="muted">
                {phase.clause.number} {phase.clause.title}
              </div>
            )}
          </li>
        ))}
      </ol>
      {view.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={plan.warnings}
          description={
            <ul className="plan-warnings">
              {view.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          }
        />
      )}
      <h2>{plan.documents}</h2>
      <ul className="plan-documents">
        {view.documents.map((document) => (
          <li key={document.id}>
            {document.title}{' '}
            <span className="muted">
              {document.issuer}
              {document.issuedOn !== null && ` · ${formatDate(document.issuedOn)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function PhasesTab({ campaign }: { campaign: SessionCampaign }) {
  const view = useCampaignView(campaign.id);
  return <QueryView query={view}>{(data) => <Content view={data} />}</QueryView>;
}
