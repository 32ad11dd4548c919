import { queryString } from '../api/client.js';

/** Whose tasks a list shows: all, or one unit's in one part. */
export interface TaskListPlace {
  unitId?: string;
  part?: 'lead' | 'support' | 'open_support' | 'support_to_sign' | 'support_sign_late' | 'any';
}

export interface TaskListLink extends TaskListPlace {
  standing?: string;
  lateness?: 'slight' | 'serious' | 'grave';
  closing?: string;
  state?: string;
  ids?: string;
  late?: string;
  rung?: string;
  clauseId?: string;
  sourceId?: string;
  indicator?: string;
  contradicted?: 'true';
  sort?: string;
  order?: string;
  q?: string;
}

/** The address of the task list that produces a number. */
export const tasksUrl = (link: TaskListLink): string => `/tasks${queryString({ ...link })}`;

export const taskUrl = (id: string): string => `/tasks/${id}`;

/** Tasks made from gaps of an indicator that are neither closed nor cancelled, as the board counts them. */
export const gapTasksUrl = (indicator: string): string =>
  tasksUrl({ indicator, state: 'draft,assigned,signed,in_progress,in_review,suspended' });

/** Tasks of a line of the plan; like the count beside it, without the cancelled ones. */
export const planTasksUrl = (link: { clauseId: string } | { sourceId: string }): string =>
  tasksUrl({ ...link, state: 'draft,assigned,signed,in_progress,in_review,closed,suspended' });
