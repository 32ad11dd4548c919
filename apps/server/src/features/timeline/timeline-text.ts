import { formatDate, formatDateShort } from '#kernel';
import type { GateAnswersList, PhaseView } from './phases.dto.js';
import { gateStateNames, phaseStateNames } from './phase-state.js';
import type { TimelineView } from './timeline.dto.js';

const outcomeWords = { met: '达到', unmet: '未达到', no_data: '无数据' } as const;

/** The course of the campaign for a terminal. */
export function timelineText(view: TimelineView, gates: GateAnswersList): string {
  return [
    `今天 ${formatDate(view.today)}；任务 ${view.tasks.length} 项，建设项目 ${view.projects.length} 个`,
    ...view.phases.flatMap((phase) => phaseLines(phase, gates)),
    ...(view.nextDeadlines.length > 0 ? ['', '最近的期限'] : []),
    ...view.nextDeadlines.map(
      ({ dueOn, workingDaysLeft, title }) =>
        `  ${formatDateShort(dueOn)}（还有 ${workingDaysLeft} 个工作日）${title}`,
    ),
  ].join('\n');
}

function phaseLines(phase: PhaseView, gates: GateAnswersList): string[] {
  const answers = gates.items.find(({ phaseId }) => phaseId === phase.id)?.answers ?? [];
  const plan = phase.dates.length > 0 ? `；方案原定${spanText(phase.planStartsOn, phase.planEndsOn)}` : '';
  return [
    '',
    `${phase.name}　${phaseStateNames[phase.state]}　${spanText(phase.startsOn, phase.endsOn)}${plan}　${gateStateNames[phase.gate.state]}`,
    ...answers.map(({ outcome, condition, text }) => `  ${condition}：${outcomeWords[outcome]}，${text}`),
  ];
}

function spanText(startsOn: PhaseView['startsOn'], endsOn: PhaseView['endsOn']): string {
  if (startsOn === null) return '待定';
  return `${formatDateShort(startsOn)}至${endsOn === null ? '待定' : formatDateShort(endsOn)}`;
}
