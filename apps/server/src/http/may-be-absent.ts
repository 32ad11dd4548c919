import { ValidateIf } from 'class-validator';

/** A field that may be left out but, unlike with `IsOptional`, may not be null. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
