import { WarningFilled } from '@ant-design/icons';
import type { CoefficientRow, Stage } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import { matrixText, resourceShort, stageText } from '../../text/indicators.js';

/** The bar's length and the limit line on one scale, so that crossing the line is what the eye sees. */
function Bar({ row, scale }: { row: CoefficientRow; scale: number }) {
  const at = (value: number) => `${Math.min(100, (value / scale) * 100)}%`;
  return (
    <svg className="coefficient-bar" aria-hidden focusable="false">
      {row.approximate !== null && (
        <rect
          className={`coefficient-${row.verdict}`}
          x="0"
          y="20%"
          height="60%"
          width={at(row.approximate)}
        />
      )}
      <line x1={at(row.limit)} x2={at(row.limit)} y1="0" y2="100%" />
    </svg>
  );
}

/** The seven coefficients of one stage against their limit. */
export function CoefficientChart({ stage, rows }: { stage: Stage; rows: readonly CoefficientRow[] }) {
  const scale = Math.max(...rows.flatMap((row) => [row.limit * 1.25, row.approximate ?? 0]), 0.01);
  return (
    <Panel
      title={matrixText.coefficients(stageText[stage])}
      extra={
        <span className="coefficient-key">
          {rows[0] === undefined ? null : matrixText.limit(rows[0].limitText)}
        </span>
      }
    >
      <table className="coefficients">
        <thead>
          <tr>
            <th scope="col">{matrixText.indicator}</th>
            <th scope="col" className="coefficient-cell">
              {matrixText.bar}
            </th>
            <th scope="col">{matrixText.coefficient}</th>
            <th scope="col">{matrixText.conclusion}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.indicator}>
              <th scope="row">
                {row.indicator} {resourceShort[row.indicator]}
              </th>
              <td className="coefficient-cell">
                <Bar row={row} scale={scale} />
              </td>
              <td className="matrix-number">{row.text}</td>
              <td>
                <VerdictTag verdict={row.verdict} />
                {row.contradictory && (
                  <div className="coefficient-note">
                    <WarningFilled aria-hidden /> {matrixText.contradictory}
                  </div>
                )}
                {row.missing > 0 && <div className="muted">{matrixText.missing(row.missing)}</div>}
                {row.missing === 0 && row.reason !== null && !row.contradictory && (
                  <div className="muted">{row.reason}</div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
