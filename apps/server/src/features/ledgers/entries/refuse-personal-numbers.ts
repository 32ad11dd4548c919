import { DomainError } from '#kernel';
import { personalFault } from './entry-fields.js';
import { personalNumberIn } from './personal-data.js';

export interface TypedText {
  readonly pointer: string;
  readonly name: string;
  readonly text: string | null | undefined;
}

/** Keeps identity and phone numbers out of what is stored. @throws DomainError `rule_refused` saying where they stand */
export function refusePersonalNumbers(texts: readonly TypedText[]): void {
  const errors = texts.flatMap(({ pointer, name, text }) => {
    const found = personalNumberIn(text ?? '');
    return found ? [{ pointer, message: personalFault(name, found) }] : [];
  });
  if (errors.length > 0)
    throw new DomainError('rule_refused', { detail: `${errors[0]?.message ?? ''}。`, errors });
}
