import { Link } from 'react-router';
import type { ProjectionView, Stage } from '../../../api/types.js';
import { Panel } from '../../../parts/panel.js';
import { projectionText } from '../../../text/projection.js';
import { whatIfUrl } from '../use-address.js';
import { CoefficientYears } from './coefficient-years.js';
import { PlacesTable } from './places-table.js';
import { SectionYears } from './section-years.js';

const stages: readonly Stage[] = ['primary', 'junior'];

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <Panel title={title}>
      <ul className="what-if-notes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Oversized({ view }: { view: ProjectionView }) {
  const years = view.years.filter(({ oversized }) => oversized.length > 0);
  return (
    <Panel title={projectionText.oversized}>
      {years.length === 0 && <div className="muted">{projectionText.oversizedNone}</div>}
      <dl className="oversized">
        {years.map(({ year, oversized }) => (
          <div key={year}>
            <dt>{projectionText.yearText(year)}</dt>
            {oversized.map(({ code, name, text, lineText }) => (
              <dd key={code}>
                {name} <span className="muted">{projectionText.oversizedOf(text, lineText)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** What comes, year by year: looking first, then the figures, then what the projection does not say. */
export function ResultTab({ id, view }: { id: string; view: ProjectionView }) {
  return (
    <>
      {view.notes.length > 0 && <Lines title={projectionText.notes} lines={view.notes} />}
      <div className="what-if-pair">
        {stages.map((stage) => (
          <SectionYears key={stage} id={id} view={view} stage={stage} />
        ))}
      </div>
      <div className="row">
        <Link to={whatIfUrl(id, { tab: 'turns', kind: 'section' })}>{projectionText.turns}</Link>
      </div>
      <PlacesTable id={id} view={view} />
      <CoefficientYears view={view} />
      <Oversized view={view} />
      <Lines title={projectionText.notProjected} lines={view.notProjected} />
    </>
  );
}
