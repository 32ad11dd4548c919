import { Input, Pagination } from 'antd';
import type { ProjectionView, TurnKind, TurnRow, TurnWay } from '../../../api/types.js';
import { Nothing } from '../../../parts/empty.js';
import { Panel } from '../../../parts/panel.js';
import { VerdictTag } from '../../../parts/verdict-tag.js';
import { stageText } from '../../../text/indicators.js';
import { projectionText, turnKindText, turnWayText } from '../../../text/projection.js';
import { useAddress } from '../use-address.js';
import { AddressSelect } from './address-select.js';

const pageSize = 100;
const optionsOf = <T extends string>(texts: Record<T, string>) =>
  (Object.keys(texts) as T[]).map((value) => ({ value, label: texts[value] }));

function useFiltered(turns: readonly TurnRow[]): TurnRow[] {
  const { get } = useAddress();
  const [year, kind, way, stage, q] = [get('year'), get('kind'), get('way'), get('stage'), get('q')];
  return turns.filter(
    (turn) =>
      (year === undefined || String(turn.year) === year) &&
      (kind === undefined || turn.kind === kind) &&
      (way === undefined || turn.way === way) &&
      (stage === undefined || turn.stage === stage) &&
      (q === undefined || (turn.name ?? '').includes(q) || (turn.code ?? '').includes(q)),
  );
}

function Judged({ verdict, absent }: { verdict: TurnRow['from']; absent: string }) {
  return verdict === null ? <span className="muted">{absent}</span> : <VerdictTag verdict={verdict} />;
}

function TurnLine({ turn }: { turn: TurnRow }) {
  return (
    <tr>
      <td data-label={projectionText.year}>{projectionText.yearText(turn.year)}</td>
      <th scope="row">{turn.name ?? projectionText.county}</th>
      <td data-label={projectionText.object}>{turnKindText[turn.kind]}</td>
      <td data-label={projectionText.stage}>{turn.stage === null ? '' : stageText[turn.stage]}</td>
      <td data-label={projectionText.indicator}>{turn.indicator}</td>
      <td data-label={projectionText.from}>
        <Judged verdict={turn.from} absent={projectionText.fromText(null)} />
      </td>
      <td data-label={projectionText.to}>
        <Judged verdict={turn.to} absent={projectionText.toText(null)} />
      </td>
    </tr>
  );
}

function Filters({ view, count }: { view: ProjectionView; count: number }) {
  const { get, set } = useAddress();
  const years = view.years.slice(1).map(({ year }) => String(year));
  return (
    <div className="row" role="group" aria-label={projectionText.filter}>
      <Input
        className="matrix-search"
        allowClear
        aria-label={projectionText.search}
        placeholder={projectionText.search}
        value={get('q') ?? ''}
        onChange={(event) => set({ q: event.target.value, page: undefined })}
      />
      <AddressSelect
        name="year"
        label={projectionText.year}
        any={projectionText.anyYear}
        options={years.map((value) => ({ value, label: projectionText.yearText(Number(value)) }))}
      />
      <AddressSelect
        name="kind"
        label={projectionText.object}
        any={projectionText.anyKind}
        options={optionsOf<TurnKind>(turnKindText)}
      />
      <AddressSelect
        name="way"
        label={projectionText.way}
        any={projectionText.anyWay}
        options={optionsOf<TurnWay>(turnWayText)}
      />
      <AddressSelect
        name="stage"
        label={projectionText.stage}
        any={projectionText.anyStage}
        options={optionsOf(stageText)}
      />
      <span className="muted">{projectionText.count(count)}</span>
    </div>
  );
}

/** What turns, and in which year. */
export function TurnsTab({ view }: { view: ProjectionView }) {
  const { get, set } = useAddress();
  const found = useFiltered(view.turns);
  const page = Math.min(Number(get('page') ?? 1) || 1, Math.max(1, Math.ceil(found.length / pageSize)));
  return (
    <Panel title={projectionText.turns}>
      <div className="stack">
        <Filters view={view} count={found.length} />
        {found.length === 0 ? (
          <Nothing text={projectionText.noTurns} />
        ) : (
          <table className="board-table">
            <thead>
              <tr>
                <th scope="col">{projectionText.year}</th>
                <th scope="col">{projectionText.school}</th>
                <th scope="col">{projectionText.object}</th>
                <th scope="col">{projectionText.stage}</th>
                <th scope="col">{projectionText.indicator}</th>
                <th scope="col">{projectionText.from}</th>
                <th scope="col">{projectionText.to}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice((page - 1) * pageSize, page * pageSize).map((turn) => (
                <TurnLine
                  key={[turn.year, turn.kind, turn.code, turn.stage, turn.indicator].join()}
                  turn={turn}
                />
              ))}
            </tbody>
          </table>
        )}
        {found.length > pageSize && (
          <Pagination
            current={page}
            pageSize={pageSize}
            total={found.length}
            showSizeChanger={false}
            onChange={(next) => set({ page: String(next) })}
          />
        )}
      </div>
    </Panel>
  );
}
