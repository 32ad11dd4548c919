import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '#kernel';
import type { ServerConfig } from '../../config/server-config.js';
import { CLOCK, CONFIG } from '../../database/core.module.js';
import { FaultPoints } from '../../database/fault-points.js';
import { systemActor } from '../../jobs/system-actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { leaseMs } from './claim-messages.js';
import { type DeliveryOutcome, settle } from './delivery-outcome.js';
import { holdStaleMessages } from './hold-stale-messages.js';
import { MailRate } from './mail-rate.js';
import { MailSender } from './mail-sender.js';
import { recordRefusal } from './mailbox-failures.js';
import { messageIdOf } from './message-address.js';
import { contentOfText } from './message-content.js';
import { reportGivenUp } from './report-given-up.js';
import { reportSuspension } from './report-suspension.js';
import { RobotDelivery } from './robot-delivery.js';
import { renderHtml } from './render-html.js';
import { SendingRound } from './sending-round.js';
import { type SettledMessage, settleMessages } from './settle-messages.js';
import { type ReadyMessage, takeMessages } from './take-messages.js';

// Mails on their way at a time, and how many more when some of them are held up by a mailbox that hangs.
const senders = 8;
const slowSenders = 24;
const claimedAtOnce = 40;
// Mails that are out and not yet recorded: so many one kill can double, under the same Message-ID (T08).
const unrecordedAtMost = 24;
// A mail starts only while its lease outlasts the longest attempt (30 s) by far.
const freshMs = leaseMs / 3;

/** Carries messages from the outbox to the mail server: claim, then act, then confirm, a transaction for each end. */
@Injectable()
export class OutboxDelivery {
  private readonly logger = new Logger('outbox');
  private readonly sender: MailSender | undefined;
  private readonly rate: MailRate | undefined;
  private readonly robots: RobotDelivery;
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly faults: FaultPoints,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {
    const { smtpUrl: url, mailFrom: from, mailsPerMinute } = config;
    this.sender = url ? new MailSender({ url, from, connections: senders + slowSenders }) : undefined;
    this.rate = mailsPerMinute === undefined ? undefined : new MailRate(mailsPerMinute);
    this.robots = new RobotDelivery(unitOfWork, clock, config);
  }

  /** Sends all that may go out now; without a mail server no mail is touched. */
  async deliver(campaignId: string): Promise<void> {
    const results = await Promise.allSettled([this.deliverMail(campaignId), this.robots.deliver(campaignId)]);
    for (const result of results) {
      if (result.status === 'rejected') this.logger.error(`campaign ${campaignId}`, result.reason);
    }
  }

  /** Takes no more messages and cuts those under way, so that a round in progress ends soon. */
  stop(): void {
    this.stopping = true;
    this.sender?.close();
    this.robots.stop();
  }

  private async deliverMail(campaignId: string): Promise<void> {
    const { sender } = this;
    if (!sender) return;
    const scope = { actor: systemActor, campaignId };
    await this.unitOfWork.run(scope, (work) => holdStaleMessages(work, this.clock.now(), 'people'));
    const round = new SendingRound({
      // Within a rate there is no hurry: one after the other they keep their order.
      senders: this.rate ? 1 : senders,
      slowSenders,
      unrecordedAtMost,
      take: () => this.take(campaignId),
      send: (message) => this.attempt(message, sender),
      settle: (messages) => this.settle(campaignId, messages),
      onError: (error) => this.logger.error(`campaign ${campaignId}`, error),
    });
    await round.run();
  }

  /** @returns undefined when there is nothing more to send */
  private async take(campaignId: string): Promise<(ReadyMessage & { takenAt: number })[] | undefined> {
    if (this.stopping) return undefined;
    const nowMs = this.clock.now();
    const claim = { token: randomUUID(), nowMs };
    const atMost = this.rate?.reserve(claimedAtOnce, nowMs) ?? claimedAtOnce;
    if (atMost === 0) return undefined;
    let taken = 0;
    try {
      const ready = await this.unitOfWork.run({ actor: systemActor, campaignId }, (work) =>
        takeMessages(work, claim, atMost),
      );
      taken = ready?.length ?? 0;
      return ready?.map((one) => ({ ...one, takenAt: nowMs }));
    } finally {
      this.rate?.giveBack(atMost - taken);
    }
  }

  private async attempt(
    ready: ReadyMessage & { takenAt: number },
    sender: MailSender,
  ): Promise<SettledMessage> {
    const { message, token, address } = ready;
    if (this.stopping || this.clock.now() - ready.takenAt > freshMs) {
      this.rate?.giveBack(1);
      const attempts = message.attempts - 1;
      const status = message.may_have_arrived ? 'uncertain' : 'queued';
      const word = { status, lastError: '没有来得及发出', retryAfterMs: 0, attempts } as const;
      return { id: message.id, token, word };
    }
    const outcome = await this.handOver(ready, sender);
    const word = settle(outcome, message.attempts, Math.random(), message.may_have_arrived);
    if (word.status === 'dead') this.logger.error(`message ${message.id} given up: ${word.lastError}`);
    return { id: message.id, token, word, address };
  }

  private async handOver(ready: ReadyMessage, sender: MailSender): Promise<DeliveryOutcome> {
    try {
      await this.faults.reach('before-smtp');
      const outcome = await sender.send(this.mailOf(ready));
      await this.faults.reach('after-smtp');
      return outcome;
    } finally {
      this.rate?.end(this.clock.now());
    }
  }

  private async settle(campaignId: string, messages: readonly SettledMessage[]): Promise<void> {
    const nowMs = this.clock.now();
    const { manager } = this.unitOfWork.dataSource;
    const givenUp = messages.filter(({ word }) => word.status === 'dead');
    const others = messages.filter(({ word }) => word.status !== 'dead');
    // One statement, so it needs no transaction around it; the next results gather meanwhile.
    const kept = await settleMessages({ manager, campaignId }, nowMs, others);
    for (const id of await this.giveUp(campaignId, nowMs, givenUp)) kept.add(id);
    for (const { id } of messages) {
      if (!kept.has(id)) this.logger.warn(`message ${id}: the claim was lost while sending`);
    }
  }

  /** Each address in a transaction of its own, so that two workers never wait for each other. */
  private async giveUp(
    campaignId: string,
    nowMs: number,
    messages: readonly SettledMessage[],
  ): Promise<Set<string>> {
    if (messages.length === 0) return new Set();
    const scope = { actor: systemActor, campaignId };
    const kept = await this.unitOfWork.run(scope, async (work) => {
      const ids = await settleMessages(work, nowMs, messages);
      await reportGivenUp(work, [...ids]);
      return ids;
    });
    for (const { id, word, address } of messages) {
      if (word.status !== 'dead' || address === undefined || !kept.has(id)) continue;
      const refusal = { address, reason: word.lastError };
      await this.unitOfWork.run(scope, async (work) => {
        const suspended = await recordRefusal(work.manager, refusal, new Date(nowMs));
        if (suspended) await reportSuspension(work, refusal);
      });
    }
    return kept;
  }

  private mailOf({ message, address, attachments }: ReadyMessage) {
    return {
      messageId: messageIdOf(message.id, this.config.origin),
      to: address,
      subject: message.subject,
      text: message.body,
      html: renderHtml(message.content ?? contentOfText(message.body)),
      date: new Date(this.clock.now()),
      attachments,
    };
  }
}
