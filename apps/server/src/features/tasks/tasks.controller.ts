import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { Actor } from '../../database/actor.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { ClosingChecks } from './closing-checks.js';
import { NewTask } from './create-tasks.dto.js';
import { createTasks } from './create-tasks.js';
import { TaskEdit } from './edit-task.dto.js';
import { editTask } from './edit-task.js';
import { TaskFilter } from './list-tasks.dto.js';
import { listTasks } from './list-tasks.queries.js';
import { readTaskEvents, readTaskView } from './task-view.queries.js';
import { TaskEvents, TaskPage, TaskView } from './tasks.dto.js';

@Controller('campaigns/:campaignId/tasks')
export class TasksController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly closingChecks: ClosingChecks,
  ) {}

  @Get()
  @Policy('member')
  list(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() filter: TaskFilter,
  ): Promise<TaskPage> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => listTasks(work, filter));
  }

  @Post()
  @Policy('government_office')
  create(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewTask,
  ): Promise<TaskView> {
    const { requestId, assign, ...item } = body;
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      const [id = ''] = await createTasks(work, { requestId, assign, single: true, items: [item] });
      return readTaskView(work, id, this.closingChecks);
    });
  }

  @Get(':id')
  @Policy('member')
  view(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<TaskView> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readTaskView(work, id, this.closingChecks));
  }

  @Get(':id/events')
  @Policy('member')
  events(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<TaskEvents> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readTaskEvents(work, id));
  }

  @Patch(':id')
  @HttpCode(200)
  @Policy('government_office')
  edit(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TaskEdit,
  ): Promise<TaskView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await editTask(work, id, body);
      return readTaskView(work, id, this.closingChecks);
    });
  }
}
