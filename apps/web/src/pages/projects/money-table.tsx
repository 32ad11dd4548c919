import type { ConstructionView, MoneyKind, MoneySource } from '../../api/types.js';
import { moneyKindText, moneySourceText, projectText } from '../../text/projects.js';
import { Figure } from './figure.js';

const kinds = Object.keys(moneyKindText) as MoneyKind[];
const sources = Object.keys(moneySourceText) as MoneySource[];

/** In whole ten-thousandths, so that the sum shown is exact. */
function totalOf(amounts: ConstructionView['money'][MoneyKind]): number | null {
  const figures = Object.values(amounts);
  if (figures.length === 0) return null;
  return figures.reduce((sum, amount) => sum + Math.round(Number(amount) * 10_000), 0) / 10_000;
}

/** Planned, arranged and paid side by side; they are never added to each other. */
export function MoneyTable({ money }: { money: ConstructionView['money'] }) {
  return (
    <div className="stack">
      <table className="project-money">
        <thead>
          <tr>
            <th scope="col">{projectText.source}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {moneyKindText[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources
            .filter((source) => kinds.some((kind) => money[kind][source] !== undefined))
            .map((source) => (
              <tr key={source}>
                <th scope="row">{moneySourceText[source]}</th>
                {kinds.map((kind) => (
                  <td key={kind} className="project-number">
                    <Figure value={money[kind][source]} />
                  </td>
                ))}
              </tr>
            ))}
          <tr className="project-money-total">
            <th scope="row">{projectText.total}</th>
            {kinds.map((kind) => (
              <td key={kind} className="project-number">
                <Figure value={totalOf(money[kind])} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="muted">{projectText.moneyHint}</p>
    </div>
  );
}
