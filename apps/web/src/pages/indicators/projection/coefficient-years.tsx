import type { ProjectionView, ResourceIndicator, Stage, YearCoefficient } from '../../../api/types.js';
import { Panel } from '../../../parts/panel.js';
import { resourceShort, stageText } from '../../../text/indicators.js';
import { projectionText } from '../../../text/projection.js';
import { resources } from '../resources.js';

const stages: readonly Stage[] = ['primary', 'junior'];

/** The years' values and the limit on one scale: whether the line is crossed is what the eye sees. */
function Trend({ values }: { values: readonly YearCoefficient[] }) {
  const scale = Math.max(
    ...values.flatMap(({ limit, approximate }) => [limit * 1.25, approximate ?? 0]),
    0.01,
  );
  const x = (index: number) => 3 + (index / Math.max(1, values.length - 1)) * 94;
  const y = (value: number) => 28 - (value / scale) * 26;
  const points = values.flatMap(({ approximate }, index) =>
    approximate === null ? [] : [`${x(index)},${y(approximate)}`],
  );
  const limits = values.map(({ limit }, index) => `${x(index)},${y(limit)}`);
  return (
    <svg className="trend" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden focusable="false">
      <polyline className="trend-limit" points={limits.join(' ')} />
      <polyline className="trend-value" points={points.join(' ')} />
    </svg>
  );
}

function CoefficientLine({
  stage,
  indicator,
  view,
}: {
  stage: Stage;
  indicator: ResourceIndicator;
  view: ProjectionView;
}) {
  const values = view.years.flatMap(({ coefficients }) =>
    coefficients.filter((each) => each.stage === stage && each.indicator === indicator),
  );
  return (
    <tr>
      <th scope="row">
        {stageText[stage]} {indicator} <span className="trend-name">{resourceShort[indicator]}</span>
      </th>
      <td className="trend-cell">
        <Trend values={values} />
      </td>
      <td className="matrix-number">{values.at(-1)?.limitText}</td>
      {values.map((value, index) => (
        <td
          key={view.years[index]?.year}
          className={`matrix-number ${value.verdict === 'unmet' ? 'figure-heat-0' : ''}`}
        >
          {value.text}
          {value.verdict === 'unmet' && <div className="trend-over">{projectionText.over}</div>}
        </td>
      ))}
    </tr>
  );
}

/** All 14 coefficients through the years. */
export function CoefficientYears({ view }: { view: ProjectionView }) {
  return (
    <Panel title={projectionText.coefficients}>
      <div className="matrix-frame" role="region" aria-label={projectionText.coefficients} tabIndex={0}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{projectionText.indicator}</th>
              <th scope="col">{projectionText.trend}</th>
              <th scope="col">{projectionText.limit}</th>
              {view.years.map(({ year }) => (
                <th scope="col" key={year}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.flatMap((stage) =>
              resources.map((indicator) => (
                <CoefficientLine
                  key={`${stage}-${indicator}`}
                  stage={stage}
                  indicator={indicator}
                  view={view}
                />
              )),
            )}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
