import type { PhaseView, TimelineProject, TimelineTask, TimelineView } from '../../api/types.js';
import { ganttText } from '../../text/timeline.js';

export type Grouping = 'group' | 'unit';
export const groupings: readonly Grouping[] = ['unit', 'group'];

export interface TaskGroup {
  title: string;
  tasks: TimelineTask[];
}

/** Groups in the order in which the plan brings them; what hangs on no clause of a group comes last. */
export function groupTasks(tasks: readonly TimelineTask[], by: Grouping): TaskGroup[] {
  const groups = new Map<string, TimelineTask[]>();
  for (const task of tasks) {
    const title = by === 'unit' ? task.unit.shortName : (task.group ?? ganttText.otherGroup);
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [task]);
    else group.push(task);
  }
  const found = [...groups].map(([title, own]) => ({ title, tasks: own }));
  const isOther = ({ title }: TaskGroup): boolean => title === ganttText.otherGroup;
  return [...found.filter((group) => !isOther(group)), ...found.filter(isOther)];
}

const known = (dates: readonly (string | null)[]): string[] => dates.flatMap((date) => date ?? []);
const phaseDates = (phase: PhaseView) => known([phase.startsOn, phase.endsOn]);
const taskDates = (task: TimelineTask) => known([task.startsOn, task.dueOn]);
const projectDates = (project: TimelineProject) =>
  known([
    project.startsOn,
    project.endsOn,
    ...project.milestones.flatMap(({ dueOn, doneOn }) => [dueOn, doneOn]),
  ]);

/** Every day that has to be on the axis. */
export function datesOf({ today, phases, projects }: TimelineView, tasks: readonly TimelineTask[]): string[] {
  return [
    today,
    ...phases.flatMap(phaseDates),
    ...tasks.flatMap(taskDates),
    ...projects.flatMap(projectDates),
  ];
}
