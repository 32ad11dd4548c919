import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { templateUrl } from '../../api/indicators.js';
import type { ImportPreview, SchoolTable } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { useCampaign } from '../../shell/session.js';
import { importText } from '../../text/imports.js';
import { indicatorsText } from '../../text/indicators.js';
import { DataSetTable } from './data-set-table.js';
import { ImportForm } from './import-form.js';
import { ImportPreviewPanel } from './import-preview.js';
import './imports.css';
import { IndicatorNav } from './indicator-nav.js';
import './indicators.css';
import { useDataSets } from './indicators.queries.js';
import { useMayImport } from './use-may-import.js';

const tables: readonly SchoolTable[] = ['schools', 'classes'];

/** First the file and its preview, then the decision; the data sets there are stand below. */
export function DataPage() {
  const campaign = useCampaign();
  const sets = useDataSets(campaign.id);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const allowed = useMayImport();
  return (
    <>
      <PageHead title={importText.title} lead={allowed ? importText.lead : importText.noDataSetsOthers}>
        {tables.map((table) => (
          <Button key={table} icon={<DownloadOutlined />} href={templateUrl(campaign.id, table)} download>
            {indicatorsText.template[table]}
          </Button>
        ))}
      </PageHead>
      <IndicatorNav />
      {allowed && (
        <Panel title={importText.newImport}>
          <ImportForm cid={campaign.id} onPreview={setPreview} />
        </Panel>
      )}
      {preview !== null && (
        <ImportPreviewPanel
          key={preview.id}
          cid={campaign.id}
          preview={preview}
          onDone={() => setPreview(null)}
        />
      )}
      <Panel title={importText.dataSets}>
        <QueryView query={sets}>{(data) => <DataSetTable rows={data} allowed={allowed} />}</QueryView>
      </Panel>
    </>
  );
}
