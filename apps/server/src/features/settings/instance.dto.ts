import { ApiProperty } from '@nestjs/swagger';

export class DemoAccount {
  login: string;
  password: string;
  name: string;
  roleName: string;
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
}

export class PackChoice {
  id: string;
  name: string;
  place: string;
}

/** What the sign-in page may know before anybody has signed in. */
export class InstanceView {
  /** No account exists yet: the first page makes the first administrator. */
  needsSetup: boolean;
  @ApiProperty({ enum: ['均衡'] })
  product: '均衡';
  version: string;
  today: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  exerciseDate: string | null;
  demo: boolean;
  demoAccounts: DemoAccount[];
  mailConfigured: boolean;
  packs: PackChoice[];
}
