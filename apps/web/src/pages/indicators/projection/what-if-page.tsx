import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { projectionWorkbookUrl } from '../../../api/what-ifs.js';
import { PageHead } from '../../../parts/page-head.js';
import { QueryView } from '../../../parts/query-view.js';
import { useCampaign } from '../../../shell/session.js';
import { indicatorsText } from '../../../text/indicators.js';
import { projectionText } from '../../../text/projection.js';
import { dataSetName, IndicatorNav } from '../indicator-nav.js';
import '../indicators.css';
import '../matrix.css';
import { compareUrl, oneOf, projectionUrl, useAddress, whatIfUrl } from '../use-address.js';
import { BasisTab } from './basis-tab.js';
import './projection.css';
import { useProjection, useWhatIf } from './projection.queries.js';
import { ResultTab } from './result-tab.js';
import { TurnsTab } from './turns-tab.js';
import { YearSchoolsTab } from './year-schools-tab.js';

const tabs = ['result', 'turns', 'schools', 'basis'] as const;
type Tab = (typeof tabs)[number];

function Tabs({ id, chosen }: { id: string; chosen: Tab }) {
  return (
    <nav className="row no-print" aria-label={projectionText.tabsLabel}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          className="what-if-tab"
          to={whatIfUrl(id, { tab })}
          aria-current={tab === chosen ? 'page' : undefined}
        >
          {projectionText.tabs[tab]}
        </Link>
      ))}
    </nav>
  );
}

function Projected({ id, tab }: { id: string; tab: Exclude<Tab, 'basis'> }) {
  const projection = useProjection(useCampaign().id, id);
  return (
    <QueryView query={projection}>
      {(view) => (
        <>
          {tab === 'result' && <ResultTab id={id} view={view} />}
          {tab === 'turns' && <TurnsTab view={view} />}
          {tab === 'schools' && <YearSchoolsTab id={id} view={view} />}
        </>
      )}
    </QueryView>
  );
}

export function WhatIfPage() {
  const { id = '' } = useParams();
  const campaign = useCampaign();
  const whatIf = useWhatIf(campaign.id, id);
  const tab = oneOf(tabs, useAddress().get('tab')) ?? 'result';
  const { data } = whatIf;
  return (
    <>
      <PageHead
        title={data?.name ?? indicatorsText.projection}
        lead={data && projectionText.lead(dataSetName(data.dataSet), data.dataYear + 1, data.goalYear)}
      >
        <Link to={projectionUrl}>{projectionText.back}</Link>
        <Link to={compareUrl([id])}>{projectionText.compareOne}</Link>
        <Button icon={<DownloadOutlined />} href={projectionWorkbookUrl(campaign.id, id)} download>
          {projectionText.workbook}
        </Button>
      </PageHead>
      <IndicatorNav />
      <Tabs id={id} chosen={tab} />
      {tab === 'basis' ? (
        <QueryView query={whatIf}>
          {(view) => <BasisTab key={`${view.id} ${view.version}`} view={view} />}
        </QueryView>
      ) : (
        <Projected id={id} tab={tab} />
      )}
    </>
  );
}
