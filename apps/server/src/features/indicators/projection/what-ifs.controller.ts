import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork, type Work } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { readProjectOffers } from '../../projects/projects.module.js';
import { Evaluations } from '../evaluations.js';
import { Standards } from '../standards.js';
import { changeWhatIf } from './change-what-if.js';
import { createWhatIf } from './create-what-if.js';
import { mayProject, requireProjector } from './require-projector.js';
import { whatIfRow, whatIfView } from './what-if-view.js';
import { NewWhatIf, WhatIfChange, WhatIfList, WhatIfVersion, WhatIfView } from './what-ifs.dto.js';
import { readWhatIfs } from './what-ifs.queries.js';
import { withdrawWhatIf } from './withdraw-what-if.js';

/** Assumptions about coming years: named copies, beside the data and never in them. */
@Controller('campaigns/:campaignId/what-ifs')
@Policy('member')
export class WhatIfsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evaluations: Evaluations,
    private readonly standards: Standards,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<WhatIfList> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      items: (await readWhatIfs(work)).map(whatIfRow),
      mayWrite: await mayProject(work, this.standards),
    }));
  }

  @Post()
  create(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewWhatIf,
  ): Promise<WhatIfView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await requireProjector(work, this.standards);
      return this.view(work, await createWhatIf(work, body));
    });
  }

  @Get(':id')
  read(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<WhatIfView> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => this.view(work, id));
  }

  @Patch(':id')
  change(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: WhatIfChange,
  ): Promise<WhatIfView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await requireProjector(work, this.standards);
      const evaluation = await this.evaluations.evaluate(work, { dataSetId: body.dataSetId });
      await changeWhatIf(work, id, body, evaluation);
      return this.view(work, id);
    });
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: WhatIfVersion,
  ): Promise<void> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await requireProjector(work, this.standards);
      await withdrawWhatIf(work, id, body.version);
    });
  }

  private async view(work: Work, id: string): Promise<WhatIfView> {
    const [record] = await readWhatIfs(work, [id]);
    if (!record) throw new DomainError('not_found', { detail: '没有这个推演方案，或已被撤回。' });
    const { schools } = await this.evaluations.evaluate(work, { dataSetId: record.dataSet.id });
    const plan = await readProjectOffers(work);
    return whatIfView(record, schools, plan, await mayProject(work, this.standards));
  }
}
