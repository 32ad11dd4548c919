import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { civilDate, type Clock } from '#kernel';
import type { Actor } from '../../database/actor.js';
import { CLOCK } from '../../database/core.module.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { requestSimulation } from './request-simulation.js';
import { SimulationRunner } from './simulation-runner.js';
import { SimulationRequest, Simulations, SimulationView } from './simulations.dto.js';
import { readSimulation, readSimulations } from './simulations.queries.js';

@Controller('campaigns/:campaignId/simulations')
export class SimulationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runner: SimulationRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Policy('either_office')
  list(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<Simulations> {
    return this.unitOfWork.read({ actor, campaignId }, readSimulations);
  }

  @Get(':id')
  @Policy('either_office')
  view(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<SimulationView> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readSimulation(work, id));
  }

  @Post()
  @Policy('either_office')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() { ladderVersionId, from, to }: SimulationRequest,
  ): Promise<SimulationView> {
    const wish = { ladderVersionId, from: civilDate(from), to: civilDate(to) };
    const scope = { actor, campaignId };
    const id = await this.unitOfWork.run(scope, (work) => requestSimulation(work, wish, this.clock.now()));
    this.runner.start(campaignId, id);
    return this.unitOfWork.read(scope, (work) => readSimulation(work, id));
  }
}
