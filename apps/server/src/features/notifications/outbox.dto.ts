import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';

export const messageStatuses = [
  'queued',
  'sending',
  'sent',
  'uncertain',
  'dead',
  'rehearsal',
  'withdrawn',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

export const messageKinds = ['reminder_digest', 'overdue_report', 'escalation', 'ladder_check'] as const;

/** Which messages to list. */
export class OutboxFilter {
  @ApiProperty({ enum: messageStatuses, enumName: 'MessageStatus', required: false })
  @IsOptional()
  @IsIn(messageStatuses)
  status?: MessageStatus;
  @IsOptional()
  @IsString()
  after?: string;
}

/** A message as the list shows it. */
export class OutboxRow {
  id: string;
  createdAt: string;
  @ApiProperty({ enum: messageKinds, enumName: 'MessageKind' })
  kind: (typeof messageKinds)[number];
  recipientName: string;
  @ApiProperty({ type: String, nullable: true })
  recipientAddress: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null for an administrator who is no member' })
  subject: string | null;
  @ApiProperty({ enum: messageStatuses, enumName: 'MessageStatus' })
  status: MessageStatus;
  attempts: number;
  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  sentAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  notBefore: string | null;
}

export class OutboxPage {
  items: OutboxRow[];
  total: number;
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  mailConfigured: boolean;
  exercise: boolean;
}

export class OutboxAttachment {
  id: string;
  fileName: string;
  mediaType: string;
  size: number;
}

export class OutboxTaskLink {
  id: string;
  number: string;
  title: string;
}

/** A message in full. */
export class OutboxView extends OutboxRow {
  @ApiProperty({ type: String, nullable: true, description: 'null for an administrator who is no member' })
  text: string | null;
  messageId: string;
  attachments: OutboxAttachment[];
  taskLinks: OutboxTaskLink[];
}
