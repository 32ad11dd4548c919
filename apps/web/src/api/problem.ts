import { problemText } from '../text/problems.js';
import type { TaskRow } from './types.js';

export interface FieldError {
  pointer: string;
  message: string;
}

export interface ProblemBody {
  status: number;
  code: string;
  title: string;
  detail?: string;
  advice?: string;
  requestId?: string;
  errors?: FieldError[];
  current?: TaskRow;
  /** The tasks in the way of what was asked, such as those a person would leave behind. */
  tasks?: { id: string; number: string; title: string }[];
  retryAfterSeconds?: number;
}

/** A refusal by the server (RFC 9457), or a failure to reach it, in the words a clerk can act on. */
export class ApiProblem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.title);
  }

  get stale(): boolean {
    return this.body.status === 409;
  }
}

function isProblemBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'title' in value && 'code' in value;
}

/** Reads the answer's body as a problem; an answer without one (a proxy's error page) gets a plain sentence. */
export function problemFrom(status: number, body: unknown, requestId: string | null): ApiProblem {
  if (isProblemBody(body)) return new ApiProblem({ ...body, status });
  return new ApiProblem({
    status,
    code: 'unreadable_answer',
    ...problemText.unreadable(status),
    ...(requestId === null ? {} : { requestId }),
  });
}

export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ status: 0, code: 'unreachable', ...problemText.unreachable });
}
