import {
  CheckCircleOutlined,
  CheckSquareFilled,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  PlayCircleOutlined,
  QuestionCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { GateOutcome, GateState, PhaseState } from '../../api/types.js';
import { timelineText } from '../../text/timeline.js';
import '../../parts/parts.css';

interface Look {
  icon: ComponentType;
  tone: string;
}

const phaseLooks: Record<PhaseState, Look> = {
  past: { icon: CheckSquareFilled, tone: 'closed' },
  now: { icon: PlayCircleOutlined, tone: 'on_track' },
  ahead: { icon: ClockCircleOutlined, tone: 'draft' },
  undetermined: { icon: QuestionCircleOutlined, tone: 'undetermined' },
};

const gateLooks: Record<GateState, Look> = {
  passed: { icon: CheckCircleOutlined, tone: 'on_track' },
  passed_lacking: { icon: WarningFilled, tone: 'due_soon' },
  late: { icon: ExclamationCircleFilled, tone: 'overdue' },
  open: { icon: ClockCircleOutlined, tone: 'draft' },
};

const outcomeLooks: Record<GateOutcome, Look> = {
  met: { icon: CheckCircleOutlined, tone: 'on_track' },
  unmet: { icon: ExclamationCircleFilled, tone: 'overdue' },
  no_data: { icon: QuestionCircleOutlined, tone: 'undetermined' },
};

function Tag({ look: { icon: Icon, tone }, word }: { look: Look; word: string }) {
  return (
    <span className={`standing standing-${tone}`}>
      <Icon aria-hidden />
      {word}
    </span>
  );
}

export const PhaseTag = ({ state }: { state: PhaseState }) => (
  <Tag look={phaseLooks[state]} word={timelineText.states[state]} />
);
export const GateTag = ({ state }: { state: GateState }) => (
  <Tag look={gateLooks[state]} word={timelineText.gates[state]} />
);
export const OutcomeTag = ({ outcome }: { outcome: GateOutcome }) => (
  <Tag look={outcomeLooks[outcome]} word={timelineText.outcomes[outcome]} />
);
