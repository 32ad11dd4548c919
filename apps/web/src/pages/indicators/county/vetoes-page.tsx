import { Button } from 'antd';
import { useState } from 'react';
import type { SchoolName, VetoEventRow, VetoItem } from '../../../api/types.js';
import { PageHead } from '../../../parts/page-head.js';
import { Panel } from '../../../parts/panel.js';
import { QueryView } from '../../../parts/query-view.js';
import { VerdictTag } from '../../../parts/verdict-tag.js';
import { useCampaign } from '../../../shell/session.js';
import { vetoText } from '../../../text/county-inputs.js';
import { formatDateShort } from '../../../text/dates.js';
import { boardText } from '../../../text/indicators.js';
import { labelled } from '../../../text/wording.js';
import { IndicatorNav } from '../indicator-nav.js';
import '../indicators.css';
import './county.css';
import { useVetoes } from './county.queries.js';
import { VetoDialog, VetoStateDialog } from './veto-dialogs.js';

const verdictOf = { suspected: 'to_verify', open: 'unmet', cleared: 'met' } as const;

function Event({ event, mayWrite }: { event: VetoEventRow; mayWrite: boolean }) {
  const [changing, setChanging] = useState(false);
  const date = formatDateShort(event.occurredOn);
  return (
    <li>
      <div className="entry-line">
        <VerdictTag verdict={verdictOf[event.state]} text={vetoText.states[event.state]} />
        <b>{date}</b>
        <span>{event.schoolName ?? event.school ?? vetoText.noSchool}</span>
        <span className="muted">{labelled(vetoText.source, event.source)}</span>
        {mayWrite && (
          <Button size="small" aria-label={vetoText.changeOf(date)} onClick={() => setChanging(true)}>
            {vetoText.change}
          </Button>
        )}
      </div>
      <div>{event.description}</div>
      <ol className="entered" aria-label={vetoText.history}>
        {event.states.map((state) => (
          <li key={`${state.on} ${state.state}`}>
            <span>
              {vetoText.stateLine(formatDateShort(state.on), vetoText.states[state.state], state.ground)}
            </span>
            <span className="muted">{state.recordedBy}</span>
          </li>
        ))}
      </ol>
      {changing && <VetoStateDialog event={event} onClose={() => setChanging(false)} />}
    </li>
  );
}

function Veto({
  veto,
  schools,
  mayWrite,
}: {
  veto: VetoItem;
  schools: readonly SchoolName[];
  mayWrite: boolean;
}) {
  const [adding, setAdding] = useState(false);
  const add = (
    <Button size="small" aria-label={vetoText.addOf(veto.name)} onClick={() => setAdding(true)}>
      {vetoText.add}
    </Button>
  );
  return (
    <Panel title={veto.name} extra={mayWrite ? add : undefined}>
      <div className="entry-line">
        <VerdictTag verdict={veto.verdict} text={boardText.vetoVerdict[veto.verdict]} />
        <span className="muted">{veto.basisText}</span>
        {veto.events.length === 0 && <span className="muted">{vetoText.none}</span>}
      </div>
      {veto.events.length > 0 && (
        <ul className="register">
          {veto.events.map((event) => (
            <Event key={event.id} event={event} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {adding && <VetoDialog veto={veto} schools={schools} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

export function VetoesPage() {
  const { id } = useCampaign();
  const register = useVetoes(id);
  return (
    <>
      <PageHead title={vetoText.title} lead={vetoText.lead} />
      <IndicatorNav />
      <QueryView query={register}>
        {({ vetoes, schools, mayWrite }) =>
          vetoes.map((veto) => <Veto key={veto.id} veto={veto} schools={schools} mayWrite={mayWrite} />)
        }
      </QueryView>
    </>
  );
}
