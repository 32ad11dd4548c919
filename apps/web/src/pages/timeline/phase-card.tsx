import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { GateAnswers, PhaseView } from '../../api/types.js';
import { formatInstant } from '../../text/dates.js';
import { timelineText } from '../../text/timeline.js';
import { GateEditor } from './gate-editor.js';
import { PassDialog, PhaseDatesDialog, RevokeDialog } from './phase-dialogs.js';
import type { PhaseProps } from './phase-props.js';
import { phaseSpan, planSpan, restText } from './phase-words.js';
import { GateTag, OutcomeTag, PhaseTag } from './state-tag.js';

function DateHistory({ phase }: PhaseProps) {
  if (phase.dates.length === 0) return null;
  return (
    <details>
      <summary>
        {timelineText.planDates(planSpan(phase))} · {timelineText.dateHistory(phase.dates.length)}
      </summary>
      <ol className="phase-history">
        {phase.dates.map((one) => (
          <li key={one.number}>
            {phaseSpan(one)} <span className="muted">{timelineText.reason(one.reason)}</span>{' '}
            <span className="muted">{timelineText.by(one.name, formatInstant(one.at))}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Conditions({ phase, answers }: { phase: PhaseView; answers: GateAnswers | undefined }) {
  const { conditions } = phase.gate;
  if (conditions.length === 0) return <p className="muted">{timelineText.noConditions}</p>;
  return (
    <details>
      <summary>{timelineText.gateSummary(conditions.length, answers?.met)}</summary>
      <ul className="gate-conditions">
        {conditions.map(({ text }, index) => {
          const answer = answers?.answers[index];
          return (
            <li key={`${index}${text}`}>
              <span>{text}</span>
              {answer !== undefined && (
                <span className="gate-answer">
                  <OutcomeTag outcome={answer.outcome} />{' '}
                  {answer.link === null ? (
                    <span className="muted">{answer.text}</span>
                  ) : (
                    <Link to={answer.link}>{answer.text}</Link>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Decisions({ phase }: PhaseProps) {
  const { decisions } = phase.gate;
  if (decisions.length === 0) return null;
  return (
    <details>
      <summary>{timelineText.gateHistory(decisions.length)}</summary>
      <ol className="phase-history">
        {decisions.map((one) => (
          <li key={one.number}>
            {timelineText.decisions[one.outcome]}
            {one.lacking > 0 && (
              <span className="mark mark-important">{timelineText.lacking(one.lacking)}</span>
            )}{' '}
            {one.note}
            {one.reason !== null && <span className="muted"> {timelineText.reason(one.reason)}</span>}{' '}
            <span className="muted">{timelineText.by(one.name, formatInstant(one.at))}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

type Dialog = 'dates' | 'gate' | 'pass' | 'revoke';

function Actions({ cid, phase }: PhaseProps) {
  const [open, setOpen] = useState<Dialog>();
  const passed = phase.gate.passedOn !== null;
  const mayPass = !passed && (phase.state === 'now' || phase.state === 'past');
  const close = () => setOpen(undefined);
  return (
    <div className="row no-print">
      <Button size="small" onClick={() => setOpen('dates')}>
        {timelineText.setDates}
      </Button>
      <Button size="small" onClick={() => setOpen('gate')}>
        {timelineText.editGate}
      </Button>
      {mayPass && (
        <Button size="small" type="primary" ghost onClick={() => setOpen('pass')}>
          {timelineText.pass}
        </Button>
      )}
      {passed && (
        <Button size="small" onClick={() => setOpen('revoke')}>
          {timelineText.revoke}
        </Button>
      )}
      {open === 'dates' && <PhaseDatesDialog cid={cid} phase={phase} onClose={close} />}
      {open === 'gate' && <GateEditor cid={cid} phase={phase} onClose={close} />}
      {open === 'pass' && <PassDialog cid={cid} phase={phase} onClose={close} />}
      {open === 'revoke' && <RevokeDialog cid={cid} phase={phase} onClose={close} />}
    </div>
  );
}

interface CardProps extends PhaseProps {
  answers: GateAnswers | undefined;
  mayDecide: boolean;
}

export function PhaseCard({ cid, phase, answers, mayDecide }: CardProps) {
  const rest = restText(phase);
  return (
    <li className={`phase-card phase-card-${phase.state}`}>
      <div className="row">
        <h3>{phase.name}</h3>
        <PhaseTag state={phase.state} />
        <GateTag state={phase.gate.state} />
      </div>
      <div>
        {phaseSpan(phase)}
        {rest !== undefined && <span className="muted"> · {rest}</span>}
        {phase.gate.passedOn !== null && (
          <span className="muted"> · {timelineText.passedOn(phase.gate.passedOn)}</span>
        )}
      </div>
      <div className="muted">
        {phase.clause.number} {phase.clause.title}
      </div>
      <DateHistory cid={cid} phase={phase} />
      <Conditions phase={phase} answers={answers} />
      <Decisions cid={cid} phase={phase} />
      {mayDecide && <Actions cid={cid} phase={phase} />}
    </li>
  );
}
