import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { boardWorkbookUrl } from '../../api/indicators.js';
import type { BoardRow, IndicatorBoard } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { VerdictLegend } from '../../parts/verdict-tag.js';
import { useCampaign } from '../../shell/session.js';
import { formatDate } from '../../text/dates.js';
import { boardText, indicatorsText, verdictText, type Judged } from '../../text/indicators.js';
import { BoardTable } from './board-table.js';
import { CountyVerdict } from './county-verdict.js';
import { DataSetSelect, IndicatorNav } from './indicator-nav.js';
import './indicators.css';
import { useBoard } from './indicators.queries.js';
import { NoData } from './no-data.js';
import { oneOf, useAddress, useDataSetId } from './use-address.js';
import { VerdictTiles } from './verdict-tiles.js';
import { Vetoes } from './vetoes.js';

const verdicts = Object.keys(verdictText) as Judged[];
const unitsOf = (row: BoardRow) => [...row.leadUnits, ...row.supportUnits];

function unitOptions(rows: readonly BoardRow[]) {
  const units = new Map(rows.flatMap(unitsOf).map((unit) => [unit.id, unit.shortName]));
  return [...units].map(([value, label]) => ({ value, label }));
}

/** Every indicator, narrowed to one conclusion or one unit when the address says so. */
function Indicators({ board }: { board: IndicatorBoard }) {
  const { get, set } = useAddress();
  const unit = get('unit');
  const verdict = oneOf(verdicts, get('verdict'));
  const ofUnit = board.rows.filter((row) => unit === undefined || unitsOf(row).some(({ id }) => id === unit));
  const shown = ofUnit.filter((row) => verdict === undefined || row.verdict === verdict);
  return (
    <section className="panel stack" aria-label={boardText.indicator}>
      <div className="row">
        <VerdictTiles rows={ofUnit} chosen={verdict} />
        <Select
          className="indicator-unit"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={boardText.unit}
          placeholder={boardText.allUnits}
          value={unit}
          options={unitOptions(board.rows)}
          onChange={(value: string | undefined) => set({ unit: value })}
        />
        <span className="muted">{boardText.count(shown.length)}</span>
      </div>
      <BoardTable rows={shown} />
    </section>
  );
}

export function BoardPage() {
  const campaign = useCampaign();
  const dataSetId = useDataSetId();
  const board = useBoard(campaign.id, dataSetId);
  return (
    <>
      <PageHead
        title={indicatorsText.board}
        lead={board.data === undefined ? undefined : indicatorsText.asOf(formatDate(board.data.asOf))}
      >
        <DataSetSelect shown={board.data?.dataSet ?? null} />
        <Button icon={<DownloadOutlined />} href={boardWorkbookUrl(campaign.id, dataSetId)} download>
          {boardText.workbook}
        </Button>
      </PageHead>
      <IndicatorNav />
      <QueryView query={board}>
        {(data) => (
          <>
            {data.dataSet === null ? <NoData /> : <CountyVerdict board={data} />}
            <VerdictLegend />
            <Indicators board={data} />
            <Vetoes rows={data.vetoes} />
          </>
        )}
      </QueryView>
    </>
  );
}
