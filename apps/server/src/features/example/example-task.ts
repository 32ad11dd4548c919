import type { EvidenceKind, Priority } from '../tasks/tasks.module.js';

/** One thing somebody does on a day. `by` is a login; `note` is what they write. */
export interface ExampleStep {
  readonly on: string;
  readonly by: string;
  readonly act: ExampleAct;
  readonly note?: string;
}

export type ExampleAct =
  | 'sign'
  | 'report'
  | 'upload'
  | 'submit'
  | 'return'
  | 'close'
  | 'suspend'
  | 'cancel'
  | 'support_sign'
  | 'support_report';

/** A task of the example: what it was made from, for whom, and what happened to it until 2022-09-15. */
export interface ExampleTask {
  /** Kind and id of the pack's entry, e.g. `duty duty-finance-1`. */
  readonly source: string;
  /** Only where the source does not name one. */
  readonly lead?: string;
  readonly support?: readonly string[];
  readonly due: string | null;
  readonly made: string;
  readonly draft?: boolean;
  readonly priority?: Priority;
  readonly evidence?: readonly EvidenceKind[];
  readonly steps?: readonly ExampleStep[];
}

/** One step of a story. */
export const step = (on: string, by: string, act: ExampleAct, note?: string): ExampleStep =>
  note === undefined ? { on, by, act } : { on, by, act, note };
