import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { approveExtension, refuseExtension, withdrawExtension } from './decide-extension.js';
import {
  ChainChoice,
  ExtensionApproval,
  ExtensionDesk,
  ExtensionRefusal,
  ExtensionView,
  SeenVersion,
} from './extensions.dto.js';
import { readExtension, readExtensionDesk } from './extensions.queries.js';
import { setExtensionChain } from './set-extension-chain.js';

/** Whose turn it is depends on the chain: the operations judge it, and a member to whom it is no business gets 403. */
@Controller('campaigns/:campaignId')
export class ExtensionsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('extensions')
  @Policy('member')
  desk(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<ExtensionDesk> {
    return this.unitOfWork.read({ actor, campaignId }, readExtensionDesk);
  }

  @Put('extension-chain')
  @Policy('government_office')
  chain(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: ChainChoice,
  ): Promise<ExtensionDesk> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await setExtensionChain(work, body.chain);
      return readExtensionDesk(work);
    });
  }

  @Post('extensions/:id/approval')
  @HttpCode(200)
  @Policy('member')
  approve(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ExtensionApproval,
  ): Promise<ExtensionView> {
    return this.run(actor, campaignId, id, (work) => approveExtension(work, id, body));
  }

  @Post('extensions/:id/refusal')
  @HttpCode(200)
  @Policy('member')
  refuse(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ExtensionRefusal,
  ): Promise<ExtensionView> {
    return this.run(actor, campaignId, id, (work) => refuseExtension(work, id, body));
  }

  @Post('extensions/:id/withdrawal')
  @HttpCode(200)
  @Policy('member')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: SeenVersion,
  ): Promise<ExtensionView> {
    return this.run(actor, campaignId, id, (work) => withdrawExtension(work, id, body.version));
  }

  private run(
    actor: Actor,
    campaignId: string,
    id: string,
    operation: (work: Work) => Promise<void>,
  ): Promise<ExtensionView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await operation(work);
      return readExtension(work, id);
    });
  }
}
