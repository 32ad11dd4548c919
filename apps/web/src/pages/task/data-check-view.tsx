import { Alert } from 'antd';
import type { DataCheck, DataCheckState } from '../../api/types.js';
import { appText } from '../../text/app.js';
import { dataCheckText, gapText } from '../../text/gaps.js';
import { stageText } from '../../text/indicators.js';
import { labelled, withDetail } from '../../text/wording.js';

const kinds: Record<DataCheckState, 'success' | 'error' | 'info' | 'warning'> = {
  agrees: 'success',
  contradicts: 'error',
  no_newer_data: 'info',
  no_data: 'warning',
};

type Line = DataCheck['lines'][number];

function placeOf({ schoolName, stage }: Line): string {
  const name = schoolName ?? gapText.county;
  return stage === null ? name : withDetail(name, stageText[stage]);
}

/** The gaps a task was made from, beside what the newest data say of them. */
export function DataCheckView({ check }: { check: DataCheck }) {
  return (
    <div className="stack">
      <Alert
        type={kinds[check.state]}
        showIcon
        title={labelled(dataCheckText.states[check.state], dataCheckText.hints[check.state])}
        description={check.source === null ? undefined : dataCheckText.source(check.source)}
      />
      <div className="data-check-frame" role="region" aria-label={dataCheckText.label} tabIndex={0}>
        <table className="data-check">
          <thead>
            <tr>
              <th scope="col">{dataCheckText.place}</th>
              <th scope="col">{dataCheckText.line}</th>
              <th scope="col">{dataCheckText.old}</th>
              <th scope="col">{dataCheckText.now}</th>
              <th scope="col">{dataCheckText.result}</th>
            </tr>
          </thead>
          <tbody>
            {check.lines.map((line) => (
              <tr key={`${line.indicator} ${line.schoolCode} ${line.stage}`}>
                <th scope="row">{placeOf(line)}</th>
                <td>{line.line}</td>
                <td>
                  {line.oldFigure}
                  <div className="muted">{line.lacking}</div>
                </td>
                <td>{line.newFigure ?? appText.dash}</td>
                <td className={`data-check-${line.state}`}>{dataCheckText.states[line.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
