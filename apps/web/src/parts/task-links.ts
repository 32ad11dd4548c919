import { queryString } from '../api/client.js';

/** Whose tasks a list shows: all, or one unit's in one part. */
export interface TaskListPlace {
  unitId?: string;
  part?: 'lead' | 'support' | 'any';
}

export interface TaskListLink extends TaskListPlace {
  standing?: string;
  state?: string;
  ids?: string;
  clauseId?: string;
  sort?: string;
  order?: string;
  q?: string;
}

/** The address of the task list that produces a number. */
export const tasksUrl = (link: TaskListLink): string => `/tasks${queryString({ ...link })}`;

export const taskUrl = (id: string): string => `/tasks/${id}`;
