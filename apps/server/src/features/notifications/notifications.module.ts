import { Module } from '@nestjs/common';
import { OutboxDelivery } from './outbox-delivery.js';
import { OutboxController } from './outbox.controller.js';

export { enqueueMessages, type NewMessage } from './enqueue-messages.js';
export { isMailAddress } from './mail-address.js';
export { maskPersonalNumbers } from './mask-personal-numbers.js';
export { messageLink } from './message-address.js';
export { isSendingTime } from './sending-window.js';
export { OutboxDelivery } from './outbox-delivery.js';

/** Messages to people: the outbox they wait in, its delivery by mail, and the page that shows it. */
@Module({ controllers: [OutboxController], providers: [OutboxDelivery], exports: [OutboxDelivery] })
export class NotificationsModule {}
