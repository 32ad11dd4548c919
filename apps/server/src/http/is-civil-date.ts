import { isCivilDate } from '#kernel';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** An existing day written `YYYY-MM-DD`. */
export function IsCivilDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    { name: 'isCivilDate', validator: { validate: (value: unknown) => isCivilDate(value) } },
    options,
  );
}
