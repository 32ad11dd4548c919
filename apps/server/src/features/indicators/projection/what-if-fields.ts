import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

function together(decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, key) => decorators.forEach((decorate) => decorate(target, key));
}

/** A cell of the editor as it was typed; null: not known yet. */
export function MaybeText(longest = 20): PropertyDecorator {
  return together([
    ApiProperty({ type: String, nullable: true }),
    IsOptional(),
    IsString(),
    MaxLength(longest),
  ]);
}

/** A whole number of pupils, places, rooms or classes; null: not known yet. */
export function MaybeCount(): PropertyDecorator {
  return together([
    ApiProperty({ type: Number, nullable: true }),
    IsOptional(),
    IsInt(),
    Min(0),
    Max(1_000_000),
  ]);
}

export function MaybeYear(): PropertyDecorator {
  return together([
    ApiProperty({ type: Number, nullable: true }),
    IsOptional(),
    IsInt(),
    Min(2000),
    Max(2100),
  ]);
}

export function MaybeOneOf(values: readonly string[], enumName: string): PropertyDecorator {
  return together([ApiProperty({ enum: values, enumName, nullable: true }), IsOptional(), IsIn(values)]);
}
