import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { BatchDraft, BatchPreview, BatchResult, NewBatch } from './create-tasks.dto.js';
import { createTasks } from './create-tasks.js';
import { readTaskRows } from './list-tasks.queries.js';
import { resolveBatch, toPreview } from './resolve-batch.js';

@Controller('campaigns/:campaignId/task-batches')
export class TaskBatchesController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Post('preview')
  @HttpCode(200)
  @Policy('government_office')
  preview(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: BatchDraft,
  ): Promise<BatchPreview> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      toPreview(await resolveBatch(work, body.items)),
    );
  }

  @Post()
  @Policy('government_office')
  create(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewBatch,
  ): Promise<BatchResult> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      const ids = await createTasks(work, body);
      const tasks = await readTaskRows(work, ids);
      return { requestId: body.requestId, items: tasks.map((task, index) => ({ index, task })) };
    });
  }
}
