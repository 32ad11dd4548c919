import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { Clock } from '#kernel';
import type { ServerConfig } from '../../config/server-config.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { systemActor } from '../../jobs/system-actor.js';
import { type ClaimedRobot, claimRobot, settleRobot } from './claim-robot.js';
import { type DeliveryOutcome, settle } from './delivery-outcome.js';
import { rulesOf } from './message-kinds.js';
import { postToRobot } from './post-to-robot.js';
import { robotHostOf } from './robot-host.js';
import { readRobotAnswer, robotRequest } from './robot-request.js';
import { RobotVault } from './robot-vault.js';
import { isSendingOff } from './sending-switch.js';
import { isSendingTime } from './sending-window.js';

/** Carries messages to chat groups: one post at a time for each robot, at most 20 a minute. */
export class RobotDelivery {
  private readonly logger = new Logger('outbox');
  private readonly stopping = new AbortController();
  private readonly vault: RobotVault;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: ServerConfig,
  ) {
    this.vault = new RobotVault(config.dataDirectory);
  }

  /** Posts until nothing waits or no robot may post now. */
  async deliver(campaignId: string): Promise<void> {
    while (!this.stopping.signal.aborted && (await this.deliverOne(campaignId)));
  }

  stop(): void {
    this.stopping.abort();
  }

  private async deliverOne(campaignId: string): Promise<boolean> {
    const scope = { actor: systemActor, campaignId };
    const claim = { token: randomUUID(), nowMs: this.clock.now() };
    const robot = await this.unitOfWork.run(scope, async (work) => {
      const open = !work.exercise && isSendingTime(work.calendar, claim.nowMs);
      if (!open || (await isSendingOff(work.manager))) return undefined;
      return claimRobot(work, claim, {
        write: (message) => this.write(message),
        open: (place, sealed) => this.vault.open(place, sealed),
      });
    });
    if (!robot) return false;
    if ('unreadable' in robot) {
      this.logger.warn(`robot ${robot.unreadable}: the key does not open its address`);
      return true;
    }
    const outcome = await this.post(robot);
    const word = settle(outcome, robot.attempts, Math.random());
    if (word.status !== 'sent') this.logger.warn(`robot ${robot.id}: ${word.lastError}`);
    const settled = { ...claim, nowMs: this.clock.now() };
    await this.unitOfWork.run(scope, (work) => settleRobot(work, robot, settled, word));
    return true;
  }

  private async post(robot: ClaimedRobot): Promise<DeliveryOutcome> {
    const host = robotHostOf(robot.channel, robot.url, this.config.robotHosts);
    if (!host) return { kind: 'refused', reason: '机器人的网址不在允许的主机之列' };
    const request = robotRequest(robot, robot.text, this.clock.now());
    try {
      const answer = await postToRobot(request, { host, signal: this.stopping.signal });
      const reason = readRobotAnswer(answer.status, answer.body);
      return reason === undefined ? { kind: 'accepted' } : { kind: 'deferred', reason };
    } catch (error) {
      return { kind: 'unreachable', reason: reasonOf(error) };
    }
  }

  private write({ kind, subject, body }: { kind: string; subject: string; body: string }): string {
    const path = rulesOf(kind).toGroups?.path;
    const link = path === undefined ? '' : `\n查看：${this.config.origin}${path}`;
    return `${subject}\n${body}${link}`;
  }
}

/** Without the address, which is a secret. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/https?:\/\/\S+/g, '***').slice(0, 300);
}
