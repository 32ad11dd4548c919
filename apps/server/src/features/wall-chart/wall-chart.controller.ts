import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { Evaluations, Standards } from '../indicators/indicators.module.js';
import { LedgerKinds } from '../ledgers/ledgers.module.js';
import { readWallChart } from './read-wall-chart.js';
import { WallChart } from './wall-chart.dto.js';

@Controller('campaigns/:campaignId/wall-chart')
export class WallChartController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evaluations: Evaluations,
    private readonly kinds: LedgerKinds,
    private readonly standards: Standards,
  ) {}

  @Get()
  @Policy('member')
  view(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<WallChart> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => {
      const { evaluations, kinds, standards } = this;
      return readWallChart(work, { evaluations, kinds, standards });
    });
  }
}
