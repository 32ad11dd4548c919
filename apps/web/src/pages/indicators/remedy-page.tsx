import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { remedyWorkbookUrl } from '../../api/indicators.js';
import type { RemedyQuery, RemedyView } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { useCampaign } from '../../shell/session.js';
import { indicatorsText } from '../../text/indicators.js';
import { remedyText } from '../../text/remedy.js';
import { CountyRemedies } from './county-remedies.js';
import { DataSetSelect, IndicatorNav } from './indicator-nav.js';
import './indicators.css';
import { useRemedy } from './indicators.queries.js';
import { NoData } from './no-data.js';
import { costField, costPattern, RemedyCosts } from './remedy-costs.js';
import './remedy.css';
import { resources } from './resources.js';
import { SchoolRemedies } from './school-remedies.js';
import { useAddress, useDataSetId } from './use-address.js';

/** The costs and the mode as the address says them; what is no amount of money is left out. */
function useRemedyQuery(): RemedyQuery {
  const { get } = useAddress();
  const dataSetId = useDataSetId();
  const costs = resources.flatMap((indicator) => {
    const cost = get(costField(indicator));
    return cost !== undefined && costPattern.test(cost) ? [[costField(indicator), cost] as const] : [];
  });
  return {
    ...(dataSetId === undefined ? {} : { dataSetId }),
    ...(get('mode') === 'move' ? { mode: 'move' } : {}),
    ...Object.fromEntries(costs),
  };
}

function Remedy({ view }: { view: RemedyView }) {
  if (view.dataSet === null) return <NoData />;
  return (
    <>
      <Panel title={remedyText.costs}>
        <RemedyCosts key={JSON.stringify(view.costs)} costs={view.costs} mode={view.mode} />
      </Panel>
      <SchoolRemedies rows={view.schools} />
      <CountyRemedies rows={view.county} />
    </>
  );
}

export function RemedyPage() {
  const campaign = useCampaign();
  const query = useRemedyQuery();
  const remedy = useRemedy(campaign.id, query);
  return (
    <>
      <PageHead title={indicatorsText.remedy} lead={remedyText.lead}>
        <DataSetSelect shown={remedy.data?.dataSet ?? null} />
        {remedy.data?.dataSet && (
          <Button icon={<DownloadOutlined />} href={remedyWorkbookUrl(campaign.id, query)} download>
            {remedyText.workbook}
          </Button>
        )}
      </PageHead>
      <IndicatorNav />
      <QueryView query={remedy}>{(data) => <Remedy view={data} />}</QueryView>
    </>
  );
}
