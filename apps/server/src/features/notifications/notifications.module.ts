import { Module } from '@nestjs/common';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { HoldsController } from './holds.controller.js';
import { InboxStreams } from './inbox-streams.js';
import { InboxController } from './inbox.controller.js';
import { OutboxDelivery } from './outbox-delivery.js';
import { OutboxController } from './outbox.controller.js';
import { RobotsController } from './robots.controller.js';

export { decideHolds } from './decide-holds.js';
export { drainOutbox } from './drain-outbox.js';
export { enqueueMessages } from './enqueue-messages.js';
export type { NewMessage } from './new-message.js';
export { isMailAddress } from './mail-address.js';
export { maskPersonalNumbers } from './mask-personal-numbers.js';
export { messageLink } from './message-address.js';
export type { MessageContent, MessageSection } from './message-content.js';
export { registerOutboxCommands } from './outbox.commands.js';
export { noticeHoldsSql } from './notice-holds.js';
export { holdNotes } from './outbox.presenter.js';
export { staleAfterMs } from './hold-stale-messages.js';
export { recogniseEnvironment } from './recognise-environment.js';
export { renderText } from './render-text.js';
export { readSendingStop, type SendingStop } from './sending-switch.js';
export { RobotVault } from './robot-vault.js';
export { sealPlainRobots } from './seal-plain-robots.js';
export { countUnreadableRobots } from './unreadable-robots.queries.js';
export { isSendingTime } from './sending-window.js';
export { withdrawTaskMessages } from './withdraw-task-messages.js';
export { OutboxDelivery } from './outbox-delivery.js';

/** Messages to people and groups: the outbox they wait in, its delivery, the inbox, calendar feeds, and their pages. */
@Module({
  controllers: [CalendarFeedController, HoldsController, InboxController, OutboxController, RobotsController],
  providers: [InboxStreams, OutboxDelivery],
  exports: [OutboxDelivery],
})
export class NotificationsModule {}
