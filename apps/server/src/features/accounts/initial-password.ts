import { randomInt } from 'node:crypto';
import { passwordFaults } from './password-rule.js';

// Without 0/O, 1/l/I: the password is read out or copied from paper.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

/** A random first password that satisfies the rules, e.g. `kT7m-Qp4x-Wn3e-Rb9s`; more than 90 bits. */
export function initialPassword(login: string): string {
  for (;;) {
    const password = Array.from({ length: groups }, randomGroup).join('-');
    if (passwordFaults(password, login).length === 0) return password;
  }
}

function randomGroup(): string {
  return Array.from({ length: groupLength }, () => letters.charAt(randomInt(letters.length))).join('');
}
