import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { matrixWorkbookUrl } from '../../api/indicators.js';
import type { SchoolMatrix, Stage } from '../../api/types.js';
import { Loading } from '../../parts/loading.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { VerdictLegend } from '../../parts/verdict-tag.js';
import { useCampaign } from '../../shell/session.js';
import { formatDate } from '../../text/dates.js';
import { indicatorsText, matrixText, stageText } from '../../text/indicators.js';
import { CoefficientChart } from './coefficient-chart.js';
import { ExcludedSchools } from './excluded-schools.js';
import { DataSetSelect, IndicatorNav } from './indicator-nav.js';
import './indicators.css';
import './matrix.css';
import { useMatrix } from './indicators.queries.js';
import { MatrixFilters } from './matrix-filters.js';
import { filterRows, sortFields, sortRows, type SectionRow } from './matrix-rows.js';
import { MatrixTable } from './matrix-table.js';
import { NoData } from './no-data.js';
import { oneOf, useAddress, useDataSetId } from './use-address.js';

const choices = ['primary', 'junior', 'both'] as const;
const stages: readonly Stage[] = ['primary', 'junior'];

function StageTabs({ chosen }: { chosen: (typeof choices)[number] }) {
  const { set } = useAddress();
  return (
    <div className="row" role="group" aria-label={matrixText.stage}>
      {choices.map((choice) => (
        <Button
          key={choice}
          type={choice === chosen ? 'primary' : 'default'}
          aria-pressed={choice === chosen}
          onClick={() => set({ stage: choice })}
        >
          {choice === 'both' ? matrixText.bothStages : stageText[choice]}
        </Button>
      ))}
    </div>
  );
}

const rowsOf = (matrices: readonly SchoolMatrix[]): SectionRow[] =>
  matrices.flatMap(({ stage, rows }) => rows.map((row) => ({ ...row, stage })));

function Schools({
  matrices,
  stage,
}: {
  matrices: readonly SchoolMatrix[];
  stage: (typeof choices)[number];
}) {
  const { get } = useAddress();
  const all = rowsOf(matrices);
  const found = filterRows(all, { q: get('q'), missed: get('missed'), verdict: get('verdict') });
  const field = oneOf(sortFields, get('sort'));
  const descending = get('order') === 'desc';
  return (
    <section className="panel stack" aria-label={matrixText.caption}>
      <div className="row">
        <StageTabs chosen={stage} />
        <MatrixFilters />
        <span className="muted">{matrixText.count(found.length, all.length)}</span>
      </div>
      <MatrixTable
        rows={field === undefined ? found : sortRows(found, field, descending)}
        sort={field}
        descending={descending}
        withStage={stage === 'both'}
      />
    </section>
  );
}

export function MatrixPage() {
  const campaign = useCampaign();
  const dataSetId = useDataSetId();
  const stage = oneOf(choices, useAddress().get('stage')) ?? 'primary';
  const primary = useMatrix(campaign.id, dataSetId, 'primary', stage !== 'junior');
  const junior = useMatrix(campaign.id, dataSetId, 'junior', stage !== 'primary');
  const asked = stages
    .map((each) => (each === 'primary' ? primary : junior))
    .filter((_, index) => stage === 'both' || stages[index] === stage);
  const failed = asked.find(({ error }) => error !== null);
  const matrices = asked.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const first = matrices[0];
  return (
    <>
      <PageHead
        title={indicatorsText.matrix}
        lead={first === undefined ? undefined : indicatorsText.asOf(formatDate(first.asOf))}
      >
        <DataSetSelect shown={first?.dataSet ?? null} />
        {matrices.map(
          ({ stage: each, dataSet }) =>
            dataSet !== null && (
              <Button
                key={each}
                icon={<DownloadOutlined />}
                href={matrixWorkbookUrl(campaign.id, dataSetId, each)}
                download
              >
                {matrixText.workbook(stageText[each])}
              </Button>
            ),
        )}
      </PageHead>
      <IndicatorNav />
      {failed !== undefined && <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && matrices.length < asked.length && <Loading />}
      {first !== undefined && matrices.length === asked.length && (
        <MatrixBody matrices={matrices} stage={stage} />
      )}
    </>
  );
}

function MatrixBody({
  matrices,
  stage,
}: {
  matrices: readonly SchoolMatrix[];
  stage: (typeof choices)[number];
}) {
  if (matrices.every(({ dataSet }) => dataSet === null)) return <NoData />;
  return (
    <>
      <VerdictLegend />
      <Schools matrices={matrices} stage={stage} />
      {matrices.map((matrix) => (
        <CoefficientChart key={matrix.stage} stage={matrix.stage} rows={matrix.coefficients} />
      ))}
      <ExcludedSchools schools={matrices[0]?.excluded ?? []} />
    </>
  );
}
