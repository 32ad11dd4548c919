import {
  AuditOutlined,
  CheckCircleOutlined,
  CloseCircleFilled,
  MinusCircleOutlined,
  QuestionCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { indicatorsText, verdictMeaning, verdictText, type Judged } from '../text/indicators.js';
import './parts.css';
import './verdict-tag.css';

export const verdictIcons: Record<Judged, ComponentType> = {
  met: CheckCircleOutlined,
  unmet: CloseCircleFilled,
  to_verify: AuditOutlined,
  no_data: QuestionCircleOutlined,
  not_applicable: MinusCircleOutlined,
  error: WarningFilled,
};

/** A verdict is a word, a colour and an icon; `text` replaces the word where another one is usual. */
export function VerdictTag({ verdict, text }: { verdict: Judged; text?: string }) {
  const Icon = verdictIcons[verdict];
  return (
    <span className={`standing verdict-${verdict}`} title={verdictMeaning[verdict]}>
      <Icon aria-hidden />
      {text ?? verdictText[verdict]}
    </span>
  );
}

export function VerdictLegend() {
  return (
    <details className="legend no-print">
      <summary>{indicatorsText.legend}</summary>
      <dl>
        {(Object.keys(verdictText) as Judged[]).map((verdict) => (
          <div key={verdict}>
            <dt>
              <VerdictTag verdict={verdict} />
            </dt>
            <dd>{verdictMeaning[verdict]}</dd>
          </div>
        ))}
        <div>
          <dt>
            <WeakMark />
          </dt>
          <dd>{indicatorsText.weakHint}</dd>
        </div>
      </dl>
    </details>
  );
}

/** 待核: the value rests on a reprint or on practice. */
export function WeakMark() {
  return (
    <span className="mark mark-important" title={indicatorsText.weakHint}>
      {indicatorsText.weak}
    </span>
  );
}
