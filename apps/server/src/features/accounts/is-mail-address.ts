import { ValidateBy, type ValidationOptions } from 'class-validator';

const longestAddress = 254;
const mailbox = /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/**
 * One bare mailbox: no display name, no second address, no line break. It becomes a mail header, so quoted local
 * parts, which may hold anything, are not taken.
 */
export function isMailAddress(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestAddress && mailbox.test(value);
}

export function IsMailAddress(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: 'isEmail', validator: { validate: isMailAddress } }, options);
}
