/** One thing wrong in a data file: where it stands and what is wrong, in Chinese. */
export interface PackFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Everything that is wrong with a directory of data files; it is never loaded in part. */
export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(readonly faults: readonly PackFault[]) {
    super(faults.map((fault) => `${fault.file}:${fault.line} ${fault.message}`).join('\n'));
  }
}
