import { Link, useSearchParams } from 'react-router';
import { PageHead } from '../../parts/page-head.js';
import { useCampaign } from '../../shell/session.js';
import { plan } from '../../text/plan.js';
import { ClausesTab } from './clauses-tab.js';
import { DutiesTab } from './duties-tab.js';
import { PhasesTab } from './phases-tab.js';
import './plan.css';
import { ProjectsTab } from './projects-tab.js';
import { TargetsTab } from './targets-tab.js';

const tabs = {
  phases: PhasesTab,
  clauses: ClausesTab,
  duties: DutiesTab,
  projects: ProjectsTab,
  targets: TargetsTab,
} as const;
type TabName = keyof typeof tabs;
const names = Object.keys(tabs) as TabName[];

export function PlanPage() {
  const campaign = useCampaign();
  const [search] = useSearchParams();
  const tab = names.find((name) => name === search.get('tab')) ?? 'phases';
  const Tab = tabs[tab];
  return (
    <>
      <PageHead title={plan.title} lead={campaign.name} />
      <section className="panel">
        <nav className="plan-tabs" aria-label={plan.title}>
          {names.map((name) => (
            <Link key={name} to={`/plan?tab=${name}`} aria-current={name === tab ? 'page' : undefined}>
              {plan.tabs[name]}
            </Link>
          ))}
        </nav>
        <Tab campaign={campaign} />
      </section>
    </>
  );
}
