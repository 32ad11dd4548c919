import { type ProblemCode, problemCatalogue } from './problem-catalogue.js';

/** One fault in the input: where it stands (RFC 6901 JSON Pointer) and what is wrong with it, in Chinese. */
export interface FieldFault {
  readonly pointer: string;
  readonly message: string;
}

export interface DomainErrorOptions {
  /** What happened in this very case; the catalogue's advice says what to do next. */
  readonly detail?: string;
  readonly errors?: readonly FieldFault[];
  /** Further members of the problem document, such as the current row of a conflict. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * A refusal the user can understand, named by a code of the problem catalogue.
 * @example throw new DomainError('wrong_state', { detail: '任务已销号，不能再退回。' })
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly detail: string | undefined;
  readonly errors: readonly FieldFault[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ProblemCode,
    options: DomainErrorOptions = {},
  ) {
    super(options.detail ?? problemCatalogue[code].title);
    this.detail = options.detail;
    this.errors = options.errors ?? [];
    this.extra = options.extra ?? {};
  }
}
