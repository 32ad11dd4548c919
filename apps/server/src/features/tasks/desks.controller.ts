import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { assigningDesk, handlingDesk, overview, supervisingDesk } from './desks.queries.js';
import { AssigningDesk, HandlingDesk, OverviewView, SupervisingDesk } from './overview.dto.js';

@Controller('campaigns/:campaignId')
export class DesksController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('overview')
  @Policy('member')
  overview(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<OverviewView> {
    return this.unitOfWork.read({ actor, campaignId }, overview);
  }

  @Get('desks/assigning')
  @Policy('government_office')
  assigning(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<AssigningDesk> {
    return this.unitOfWork.read({ actor, campaignId }, assigningDesk);
  }

  @Get('desks/handling')
  @Policy('unit_member')
  handling(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<HandlingDesk> {
    return this.unitOfWork.read({ actor, campaignId }, handlingDesk);
  }

  @Get('desks/supervising')
  @Policy('either_office')
  supervising(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<SupervisingDesk> {
    return this.unitOfWork.read({ actor, campaignId }, supervisingDesk);
  }
}
