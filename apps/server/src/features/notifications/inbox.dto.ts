import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsUUID, ValidateNested } from 'class-validator';

/** A task the person was reminded of, or a report. */
export class InboxItem {
  messageId: string;
  itemId: string;
  @ApiProperty({ type: String, nullable: true })
  taskId: string | null;
  kindName: string;
  title: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
  at: string;
  read: boolean;
}

export class InboxPage {
  items: InboxItem[];
  total: number;
  unread: number;
}

export class InboxItemRef {
  @IsUUID()
  messageId: string;
  @IsUUID()
  itemId: string;
}

/** Exactly the items that were shown: what arrived meanwhile stays unread. */
export class ReadItems {
  @ApiProperty({ type: [InboxItemRef] })
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => InboxItemRef)
  items: InboxItemRef[];
}
