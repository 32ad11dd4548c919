import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useParams, Link } from 'react-router';
import { schoolWorkbookUrl } from '../../api/indicators.js';
import type { SchoolView, SectionView } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { Nothing } from '../../parts/empty.js';
import { QueryView } from '../../parts/query-view.js';
import { VerdictLegend, VerdictTag } from '../../parts/verdict-tag.js';
import { useCampaign } from '../../shell/session.js';
import { formatDate } from '../../text/dates.js';
import { indicatorsText, schoolKindText, schoolText, stageText } from '../../text/indicators.js';
import { labelled, withDetail } from '../../text/wording.js';
import { Explanation } from './explanation.js';
import { FigureTable, type ShownFigure } from './figure-table.js';
import { dataSetName, IndicatorNav } from './indicator-nav.js';
import './indicators.css';
import { useSchool } from './indicators.queries.js';
import './school.css';
import { matrixUrl, useDataSetId } from './use-address.js';

const figuresOf = (school: SchoolView, { stage, figures }: SectionView): ShownFigure[] =>
  figures.map((figure) => ({
    ...figure,
    key: `${stage}-${figure.indicator}`,
    gap: { indicator: figure.indicator, schoolCode: school.code, stage, dataSetId: school.dataSet.id },
  }));

const otherFigures = (school: SchoolView): ShownFigure[] =>
  school.other.map((row) => ({
    ...row,
    key: `school-${row.indicator}`,
    unit: '',
    lineText: null,
    localLineText: null,
    ratioToLine: null,
    floorMet: null,
    contradictory: false,
    gap: { indicator: row.indicator, schoolCode: school.code, dataSetId: school.dataSet.id },
  }));

function Section({ school, section }: { school: SchoolView; section: SectionView }) {
  const students =
    section.students === null ? schoolText.studentsMissing : schoolText.students(section.students);
  return (
    <Panel title={withDetail(stageText[section.stage], students)} className="school-section">
      <div className="stack">
        <div className="county-verdict">
          <span>
            {indicatorsText.national} <VerdictTag verdict={section.verdict} />
          </span>
          {section.localVerdict !== null && (
            <span>
              {indicatorsText.local} <VerdictTag verdict={section.localVerdict} />
            </span>
          )}
          {section.reason !== null && <span>{section.reason}</span>}
        </div>
        <FigureTable figures={figuresOf(school, section)} />
        <details className="county-reasons">
          <summary>{schoolText.sectionWhy}</summary>
          <Explanation trace={section.trace} />
        </details>
      </div>
    </Panel>
  );
}

function School({ school }: { school: SchoolView }) {
  return (
    <>
      <VerdictLegend />
      {school.excluded !== null && (
        <Panel title={schoolText.excluded}>
          <div>{school.excluded.reason}</div>
          {school.excluded.basisText !== null && <div className="muted">{school.excluded.basisText}</div>}
        </Panel>
      )}
      {school.sections.map((section) => (
        <Section key={section.stage} school={school} section={section} />
      ))}
      {school.sections.length === 0 && school.excluded === null && <Nothing text={schoolText.noSections} />}
      {school.other.length > 0 && (
        <Panel title={schoolText.other}>
          <FigureTable figures={otherFigures(school)} />
        </Panel>
      )}
    </>
  );
}

const leadOf = (school: SchoolView): string =>
  [
    schoolKindText[school.kind],
    school.township,
    school.code,
    labelled(indicatorsText.dataSet, dataSetName(school.dataSet)),
    indicatorsText.asOf(formatDate(school.asOf)),
  ]
    .filter((part) => part !== null)
    .join(' · ');

export function SchoolPage() {
  const { code = '' } = useParams();
  const campaign = useCampaign();
  const dataSetId = useDataSetId();
  const school = useSchool(campaign.id, dataSetId, code);
  return (
    <>
      <PageHead
        title={school.data?.name ?? code}
        lead={school.data === undefined ? undefined : leadOf(school.data)}
      >
        <Link to={matrixUrl({ dataSetId })}>{schoolText.back}</Link>
        {school.data !== undefined && (
          <Button icon={<DownloadOutlined />} href={schoolWorkbookUrl(campaign.id, dataSetId, code)} download>
            {schoolText.workbook}
          </Button>
        )}
      </PageHead>
      <IndicatorNav />
      <QueryView query={school}>{(data) => <School school={data} />}</QueryView>
    </>
  );
}
