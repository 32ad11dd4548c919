import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseUseRow, SchoolName, SpecialCaseItem } from '../../../api/types.js';
import { PageHead } from '../../../parts/page-head.js';
import { Panel } from '../../../parts/panel.js';
import { QueryView } from '../../../parts/query-view.js';
import { VerdictTag, WeakMark } from '../../../parts/verdict-tag.js';
import { useCampaign } from '../../../shell/session.js';
import { caseText, entryText } from '../../../text/county-inputs.js';
import { formatDateShort } from '../../../text/dates.js';
import { comma } from '../../../text/wording.js';
import { IndicatorNav } from '../indicator-nav.js';
import '../indicators.css';
import { schoolUrl } from '../use-address.js';
import { CaseDialog, EndCaseDialog } from './case-dialogs.js';
import './county.css';
import { useSpecialCases } from './county.queries.js';

function Use({ item, use }: { item: SpecialCaseItem; use: CaseUseRow }) {
  const [ending, setEnding] = useState(false);
  const units = new Map(item.fields.map((field) => [field.key, field]));
  const school = use.schoolName ?? use.school;
  return (
    <li>
      <div className="entry-line">
        <Link to={schoolUrl(use.school, {})}>{school}</Link>
        {use.applies && use.verdict !== null && use.verdictWithout !== null && (
          <>
            <span>
              {caseText.withCase} <VerdictTag verdict={use.verdict} />
            </span>
            <span>
              {caseText.without} <VerdictTag verdict={use.verdictWithout} />
            </span>
          </>
        )}
        {!use.applies && <span className="muted">{caseText.ended}</span>}
        {item.mayRegister && use.applies && (
          <Button size="small" aria-label={caseText.endOf(school)} onClick={() => setEnding(true)}>
            {caseText.end}
          </Button>
        )}
      </div>
      <div className="entry-line">
        {use.values.map(({ key, value }) => (
          <span key={key}>
            {caseText.value(units.get(key)?.name ?? key, value, units.get(key)?.unit ?? '')}
          </span>
        ))}
        <span>{use.ground}</span>
        <span className="muted">
          {comma(
            formatDateShort(use.since),
            entryText.enteredBy(use.unitName, formatDateShort(use.recordedOn)),
          )}
        </span>
        {use.applies && use.misfit !== null && <span className="muted">{caseText.misfit(use.misfit)}</span>}
      </div>
      {ending && <EndCaseDialog item={item} use={use} onClose={() => setEnding(false)} />}
    </li>
  );
}

function Case({ item, schools }: { item: SpecialCaseItem; schools: readonly SchoolName[] }) {
  const [adding, setAdding] = useState(false);
  const add = (
    <Button
      size="small"
      disabled={schools.length === 0}
      aria-label={caseText.registerOf(item.name)}
      onClick={() => setAdding(true)}
    >
      {caseText.register}
    </Button>
  );
  return (
    <Panel title={`${item.indicator} ${item.name}`} extra={item.mayRegister ? add : undefined}>
      <div className="entry-line">
        {item.weak && <WeakMark />}
        <span>{item.condition}</span>
        <span className="muted">{item.basisText}</span>
      </div>
      {item.uses.length === 0 ? (
        <div className="muted">{caseText.none}</div>
      ) : (
        <ul className="register">
          {item.uses.map((use) => (
            <Use key={use.school} item={item} use={use} />
          ))}
        </ul>
      )}
      {adding && <CaseDialog item={item} schools={schools} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

export function SpecialCasesPage() {
  const { id } = useCampaign();
  const board = useSpecialCases(id);
  return (
    <>
      <PageHead title={caseText.title} lead={caseText.lead} />
      <IndicatorNav />
      <QueryView query={board}>
        {({ cases, schools }) => cases.map((item) => <Case key={item.id} item={item} schools={schools} />)}
      </QueryView>
    </>
  );
}
