import { DomainError } from '#kernel';

/** A file that is not read at all; the sentence says why. */
export function refusal(reason: string): DomainError {
  return new DomainError('import_refused', { detail: `${reason}。` });
}
