import { Alert } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { PageHead } from '../../../parts/page-head.js';
import { QueryView } from '../../../parts/query-view.js';
import { useCampaign } from '../../../shell/session.js';
import { simulationText } from '../../../text/simulation.js';
import '../../home/desk.css';
import '../ladder.css';
import { useLadderVersions } from '../ladder-queries.js';
import { Outcome } from './outcome.js';
import { SimulationForm } from './simulation-form.js';
import { SimulationList } from './simulation-list.js';
import { useSimulations } from './simulation.queries.js';

export function SimulationsPage() {
  const { id: cid } = useCampaign();
  const [search, setSearch] = useSearchParams();
  const simulations = useSimulations(cid);
  const versions = useLadderVersions(cid);
  const run = search.get('run') ?? simulations.data?.items[0]?.id ?? null;
  const busy = simulations.data?.items.some((one) => one.state === 'running') ?? false;
  return (
    <>
      <PageHead title={simulationText.title} lead={simulationText.lead}>
        <Link to="/ladder">{simulationText.toLadder}</Link>
      </PageHead>
      <div className="stack">
        <QueryView query={simulations}>
          {({ items, pack }) => (
            <>
              {pack === null ? (
                <Alert type="info" showIcon title={simulationText.noPack} />
              ) : (
                <QueryView query={versions}>
                  {(page) => (
                    <SimulationForm
                      cid={cid}
                      versions={page.items}
                      chosen={search.get('version')}
                      busy={busy}
                      onAsked={(id) => setSearch({ run: id })}
                    />
                  )}
                </QueryView>
              )}
              {run !== null && <Outcome cid={cid} id={run} />}
              <SimulationList items={items} shown={run} />
            </>
          )}
        </QueryView>
      </div>
    </>
  );
}
