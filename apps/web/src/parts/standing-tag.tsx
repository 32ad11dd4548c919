import {
  AuditOutlined,
  CheckCircleOutlined,
  CheckSquareFilled,
  ClockCircleFilled,
  EditOutlined,
  ExclamationCircleFilled,
  InboxOutlined,
  PauseCircleOutlined,
  QuestionCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Standing } from '../api/types.js';
import { standingMeaning, standingText, stateHelp } from '../text/states.js';
import './parts.css';

const icons: Record<Standing, ComponentType> = {
  draft: EditOutlined,
  awaiting_receipt: InboxOutlined,
  on_track: CheckCircleOutlined,
  due_soon: ClockCircleFilled,
  overdue: ExclamationCircleFilled,
  in_review: AuditOutlined,
  undetermined: QuestionCircleOutlined,
  suspended: PauseCircleOutlined,
  closed: CheckSquareFilled,
  cancelled: StopOutlined,
};

/** A standing is a word, a colour and an icon, so that neither print nor colour blindness hides it. */
export function StandingTag({ standing }: { standing: Standing }) {
  const Icon = icons[standing];
  return (
    <span className={`standing standing-${standing}`} title={standingMeaning[standing]}>
      <Icon aria-hidden />
      {standingText[standing]}
    </span>
  );
}

const shown: Standing[] = [
  'overdue',
  'due_soon',
  'on_track',
  'awaiting_receipt',
  'in_review',
  'undetermined',
  'suspended',
  'closed',
];

export function StandingLegend() {
  return (
    <details className="legend no-print">
      <summary>{stateHelp.legend}</summary>
      <dl>
        {shown.map((standing) => (
          <div key={standing}>
            <dt>
              <StandingTag standing={standing} />
            </dt>
            <dd>{standingMeaning[standing]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
