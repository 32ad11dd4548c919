import { Button } from 'antd';
import { useState } from 'react';
import type { CountyFigures, FigureEntry, FigureIndicator } from '../../../api/types.js';
import { PageHead } from '../../../parts/page-head.js';
import { Panel } from '../../../parts/panel.js';
import { QueryView } from '../../../parts/query-view.js';
import { VerdictTag } from '../../../parts/verdict-tag.js';
import { useCampaign } from '../../../shell/session.js';
import { appText } from '../../../text/app.js';
import { entryText, figuresText } from '../../../text/county-inputs.js';
import { formatDateShort } from '../../../text/dates.js';
import { comma, labelled } from '../../../text/wording.js';
import { Explanation } from '../explanation.js';
import { IndicatorNav } from '../indicator-nav.js';
import '../indicators.css';
import '../school.css';
import './county.css';
import { useCountyExplanation, useFigures } from './county.queries.js';
import { LeadUnits } from './entry-fields.js';
import { FigureDialog } from './figure-dialog.js';
import { SchoolFiguresDialog } from './school-figures-dialog.js';

const sourceOf = ({ asOf, note, unitName, recordedOn }: FigureEntry): string =>
  comma(
    note === null ? formatDateShort(asOf) : comma(formatDateShort(asOf), note),
    entryText.enteredBy(unitName, formatDateShort(recordedOn)),
  );

function Values({ indicator, schools }: { indicator: FigureIndicator; schools: number }) {
  if (indicator.perSchool) {
    const filled = new Set(
      indicator.schoolEntries.filter(({ value }) => value !== null).map(({ school }) => school),
    );
    return <span>{figuresText.filledSchools(filled.size, schools)}</span>;
  }
  return (
    <ul className="entered">
      {indicator.fields.map(({ key, name, unit, entry }) => (
        <li key={key}>
          <span>{labelled(figuresText.withUnit(name, unit), entry?.value ?? figuresText.missing)}</span>
          {entry !== null && (
            <span className="muted">
              {entry.value === null ? comma(figuresText.withdrawn, sourceOf(entry)) : sourceOf(entry)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Why({ id }: { id: string }) {
  const { id: cid } = useCampaign();
  const explanation = useCountyExplanation(cid, id);
  return (
    <QueryView query={explanation}>
      {(parts) =>
        parts.map((part) => (
          <div key={part.title}>
            <b>{part.title}</b>
            <Explanation trace={part.steps} />
          </div>
        ))
      }
    </QueryView>
  );
}

function IndicatorLine({
  indicator,
  schools,
  onFill,
}: {
  indicator: FigureIndicator;
  schools: number;
  onFill: () => void;
}) {
  const [why, setWhy] = useState(false);
  const fill = indicator.perSchool ? figuresText.grid : figuresText.fill;
  return (
    <tr>
      <th scope="row">
        <span className="board-id">{indicator.id === 'approval' ? '' : indicator.id}</span> {indicator.name}
        <div className="muted">
          <LeadUnits units={indicator.leadUnits} names={indicator.leadNames} />
        </div>
      </th>
      <td data-label={figuresText.values}>
        <Values indicator={indicator} schools={schools} />
        <details className="county-reasons" onToggle={(event) => setWhy(event.currentTarget.open)}>
          <summary>{figuresText.why}</summary>
          {why && <Why id={indicator.id} />}
        </details>
      </td>
      <td data-label={figuresText.state}>
        <div>
          <VerdictTag verdict={indicator.verdict} />
          {indicator.reason !== null && <div className="muted">{indicator.reason}</div>}
        </div>
      </td>
      <td data-label={appText.actions}>
        {indicator.mayEnter ? (
          <Button
            size="small"
            disabled={indicator.perSchool && schools === 0}
            aria-label={figuresText.fillOf(fill, indicator.id)}
            onClick={onFill}
          >
            {fill}
          </Button>
        ) : (
          <span className="muted">{entryText.readOnly}</span>
        )}
      </td>
    </tr>
  );
}

const heads = [figuresText.indicator, figuresText.values, figuresText.state, appText.actions];

function Figures({ data }: { data: CountyFigures }) {
  const [filling, setFilling] = useState<string | null>(null);
  const open = data.indicators.find(({ id }) => id === filling);
  const close = () => setFilling(null);
  return (
    <Panel title={figuresText.title}>
      {data.schools.length === 0 && <p className="muted">{figuresText.noSchools}</p>}
      <table className="board-table figure-list">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.indicators.map((indicator) => (
            <IndicatorLine
              key={indicator.id}
              indicator={indicator}
              schools={data.schools.length}
              onFill={() => setFilling(indicator.id)}
            />
          ))}
        </tbody>
      </table>
      {open !== undefined && !open.perSchool && <FigureDialog indicator={open} onClose={close} />}
      {open?.perSchool === true && (
        <SchoolFiguresDialog indicator={open} schools={data.schools} onClose={close} />
      )}
    </Panel>
  );
}

export function FiguresPage() {
  const { id } = useCampaign();
  const figures = useFigures(id);
  return (
    <>
      <PageHead title={figuresText.title} lead={figuresText.lead} />
      <IndicatorNav />
      <QueryView query={figures}>{(data) => <Figures data={data} />}</QueryView>
    </>
  );
}
