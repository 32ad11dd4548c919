import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '#kernel';
import type { ServerConfig } from '../../config/server-config.js';
import { CLOCK, CONFIG } from '../../database/core.module.js';
import { FaultPoints } from '../../database/fault-points.js';
import { systemActor } from '../../jobs/system-actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { settle } from './delivery-outcome.js';
import { MailSender } from './mail-sender.js';
import { messageIdOf } from './message-address.js';
import { settleMessage } from './settle-message.js';
import { type ReadyMessage, takeNextMessage } from './take-next-message.js';

// One message at a time each: a mailbox that hangs keeps one of them busy for at most 30 s.
const workers = 8;

/** Carries messages from the outbox to the mail server: claim, then act, then confirm, a transaction for each end. */
@Injectable()
export class OutboxDelivery {
  private readonly logger = new Logger('outbox');
  private readonly sender: MailSender | undefined;
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly faults: FaultPoints,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {
    const { smtpUrl: url, mailFrom: from } = config;
    this.sender = url ? new MailSender({ url, from, connections: workers }) : undefined;
  }

  /** Sends all that may go out now; without a mail server nothing is touched. */
  async deliver(campaignId: string): Promise<void> {
    const { sender } = this;
    if (!sender) return;
    const work = async (): Promise<void> => {
      while (!this.stopping && (await this.deliverOne(campaignId, sender)));
    };
    const results = await Promise.allSettled(Array.from({ length: workers }, work));
    for (const result of results) {
      if (result.status === 'rejected') this.logger.error(`campaign ${campaignId}`, result.reason);
    }
  }

  /** Takes no more messages and cuts those under way, so that a round in progress ends soon. */
  stop(): void {
    this.stopping = true;
    this.sender?.close();
  }

  private async deliverOne(campaignId: string, sender: MailSender): Promise<boolean> {
    const token = randomUUID();
    const scope = { actor: systemActor, campaignId };
    const next = await this.unitOfWork.run(scope, (work) =>
      takeNextMessage(work, { token, nowMs: this.clock.now() }),
    );
    if (!next || next === 'withdrawn') return next === 'withdrawn';
    await this.faults.reach('before-smtp');
    const outcome = await sender.send(this.mailOf(next));
    await this.faults.reach('after-smtp');
    const word = settle(outcome, next.message.attempts, Math.random());
    const kept = await this.unitOfWork.run(scope, (work) =>
      settleMessage(work, next.message.id, { token, nowMs: this.clock.now() }, word, next.address),
    );
    if (!kept) this.logger.warn(`message ${next.message.id}: the claim was lost while sending`);
    if (word.status === 'dead') this.logger.error(`message ${next.message.id} given up: ${word.lastError}`);
    return true;
  }

  private mailOf({ message, address, attachments }: ReadyMessage) {
    return {
      messageId: messageIdOf(message.id, this.config.origin),
      to: address,
      subject: message.subject,
      text: message.body,
      date: new Date(this.clock.now()),
      attachments,
    };
  }
}
