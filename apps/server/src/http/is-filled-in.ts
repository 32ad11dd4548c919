import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Text with more in it than blanks, which are cut off when it is kept. */
export function IsFilledIn(options?: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
  return ValidateBy({ name: 'isNotEmpty', validator: { validate } }, options);
}
