import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { readTaskRows } from '../../tasks/tasks.module.js';
import { Evaluations } from '../evaluations.js';
import { GapTasksDraft, GapTasksPreview, GapTasksResult, NewGapTasks } from './gap-tasks.dto.js';
import { createGapTasks, previewGapTasks } from './gap-tasks.js';

/** From a figure below its line to tasks for those who are responsible. */
@Controller('campaigns/:campaignId/indicators/gap-tasks')
@Policy('government_office')
export class GapTasksController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evaluations: Evaluations,
  ) {}

  @Post('preview')
  @HttpCode(200)
  preview(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: GapTasksDraft,
  ): Promise<GapTasksPreview> {
    return this.unitOfWork.read({ actor, campaignId }, (work) =>
      previewGapTasks(work, this.evaluations, body),
    );
  }

  @Post()
  create(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewGapTasks,
  ): Promise<GapTasksResult> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      const ids = await createGapTasks(work, this.evaluations, body);
      return { requestId: body.requestId, tasks: await readTaskRows(work, ids) };
    });
  }
}
