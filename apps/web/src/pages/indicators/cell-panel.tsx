import { Drawer } from 'antd';
import { Link } from 'react-router';
import type { ResourceIndicator, SchoolView, Stage } from '../../api/types.js';
import { QueryView } from '../../parts/query-view.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import { useCampaign } from '../../shell/session.js';
import { gapText } from '../../text/gaps.js';
import { indicatorsText, schoolText, stageText } from '../../text/indicators.js';
import { labelled, withDetail } from '../../text/wording.js';
import { Explanation } from './explanation.js';
import { GapTasksButton } from './gap-tasks-button.js';
import { useSchool } from './indicators.queries.js';
import './school.css';
import { schoolUrl, useDataSetId } from './use-address.js';

/** One unmet figure of the matrix. */
export interface OpenCell {
  code: string;
  stage: Stage;
  indicator: ResourceIndicator;
}

function Figure({ school, cell }: { school: SchoolView; cell: OpenCell }) {
  const { code, stage, indicator } = cell;
  const section = school.sections.find((each) => each.stage === stage);
  const figure = section?.figures.find((each) => each.indicator === indicator);
  if (figure === undefined) return null;
  return (
    <div className="stack">
      <div>
        {indicator} {figure.name}
      </div>
      <div className="row">
        <VerdictTag verdict={figure.verdict} />
        <strong>
          {figure.text} {figure.unit}
        </strong>
        <span>{labelled(indicatorsText.national, figure.lineText ?? '')}</span>
      </div>
      {figure.floorMet === false && <div className="figure-low">{schoolText.floorMissed}</div>}
      <GapTasksButton primary gap={{ indicator, schoolCode: code, stage, dataSetId: school.dataSet.id }} />
      <h3>{gapText.reason}</h3>
      <Explanation trace={figure.trace} />
      <Link to={schoolUrl(code, { dataSetId: school.dataSet.id, open: `${stage}-${indicator}` })}>
        {gapText.seeFigure}
      </Link>
    </div>
  );
}

/** Why a figure misses its line, and the way to a task. */
export function CellPanel({ cell, onClose }: { cell: OpenCell; onClose: () => void }) {
  const campaign = useCampaign();
  const school = useSchool(campaign.id, useDataSetId(), cell.code);
  const name = school.data?.name ?? cell.code;
  return (
    <Drawer open title={withDetail(name, stageText[cell.stage])} size={420} onClose={onClose}>
      <QueryView query={school}>{(data) => <Figure school={data} cell={cell} />}</QueryView>
    </Drawer>
  );
}
