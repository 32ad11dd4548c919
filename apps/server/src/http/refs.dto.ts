import { ApiProperty } from '@nestjs/swagger';

/** A member unit as other things mention it. */
export class UnitRef {
  id: string;
  name: string;
  shortName: string;
  @ApiProperty({ enum: ['department', 'township'] })
  kind: 'department' | 'township';
}

/** A clause of the plan as other things mention it. */
export class ClauseRef {
  id: string;
  number: string;
  title: string;
  documentTitle: string;
}

export class PersonRef {
  id: string;
  name: string;
}
