import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { ServerConfig } from '../../config/server-config.js';
import { CONFIG } from '../../database/core.module.js';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentPerson, Policy } from '../../http/policy.decorator.js';
import { actorIn, outsider, type SignedIn } from '../../http/signed-in.js';
import { changeSending, decideHolds, restoreMailbox } from './decide-holds.js';
import { DecisionResult, HoldDecision, HoldsView, SendingChange } from './holds.dto.js';
import { readHolds } from './holds.queries.js';
import { RobotVault } from './robot-vault.js';

/** What is held back, and the decisions on it. */
@Controller('campaigns/:campaignId/outbox-holds')
@Policy('government_office_or_administrator')
export class HoldsController {
  private readonly vault: RobotVault;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) { dataDirectory }: ServerConfig,
  ) {
    this.vault = new RobotVault(dataDirectory);
  }

  @Get()
  @Policy('member_or_administrator')
  read(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<HoldsView> {
    return this.run(person, campaignId, () => Promise.resolve());
  }

  @Post('decisions')
  @HttpCode(200)
  async decide(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: HoldDecision,
  ): Promise<DecisionResult> {
    const actor = actorIn(person, campaignId) ?? outsider(person);
    return {
      rows: await this.unitOfWork.run({ actor, campaignId }, (work) => decideHolds(work, body)),
    };
  }

  @Put('sending')
  change(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: SendingChange,
  ): Promise<HoldsView> {
    return this.run(person, campaignId, (work) => changeSending(work, body));
  }

  @Post('mailboxes/:accountId/restoration')
  @HttpCode(200)
  @Policy('member_or_administrator')
  restore(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('accountId', IdPipe) accountId: string,
  ): Promise<HoldsView> {
    return this.run(person, campaignId, (work) => {
      if (mayDecide(person, campaignId)) return restoreMailbox(work, accountId, null);
      if (work.actor.role !== 'head' || work.actor.unitId === null) throw new DomainError('forbidden');
      return restoreMailbox(work, accountId, work.actor.unitId);
    });
  }

  private run(person: SignedIn, campaignId: string, act: (work: Work) => Promise<void>): Promise<HoldsView> {
    const actor = actorIn(person, campaignId) ?? outsider(person);
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await act(work);
      return readHolds(work, mayDecide(person, campaignId), this.vault);
    });
  }
}

function mayDecide(person: SignedIn, campaignId: string): boolean {
  return person.administrator || actorIn(person, campaignId)?.role === 'government_office';
}
