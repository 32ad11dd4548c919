import { DomainError } from '#kernel';
import { passwordFaults } from './password-rule.js';

/**
 * Refuses a weak password, naming all that is wrong with it.
 * @throws DomainError `weak_password`
 */
export function requireGoodPassword(password: string, login: string, pointer: string): void {
  const faults = passwordFaults(password, login);
  if (faults.length > 0) {
    throw new DomainError('weak_password', {
      detail: `密码不符合要求：${faults.join('；')}。`,
      errors: faults.map((message) => ({ pointer, message })),
    });
  }
}
