import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { assignTask } from './assign-task.js';
import { cancelTask } from './cancel-task.js';
import type { TransitionInput } from './change-state.js';
import { ClosingChecks } from './closing-checks.js';
import { closeTask } from './close-task.js';
import { CloseRequest, ReopenRequest, TransitionRequest } from './edit-task.dto.js';
import { reopenTask } from './reopen-task.js';
import { reportProgress } from './report-progress.js';
import { resumeTask } from './resume-task.js';
import { returnTask } from './return-task.js';
import { signTask } from './sign-task.js';
import { submitTask } from './submit-task.js';
import { advanceSupportPart } from './support-part.js';
import { suspendTask } from './suspend-task.js';
import { readTaskView } from './task-view.queries.js';
import { TaskView } from './tasks.dto.js';

type Operation = (work: Work, input: TransitionInput) => Promise<void>;

/** One route a verb, so that each has its own policy and its own place in the API description. */
@Controller('campaigns/:campaignId/tasks/:id')
export class TaskTransitionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly closingChecks: ClosingChecks,
  ) {}

  @Post('assign')
  @HttpCode(200)
  @Policy('government_office')
  assign(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, assignTask);
  }

  @Post('sign')
  @HttpCode(200)
  @Policy('unit_member')
  sign(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, signTask);
  }

  @Post('report')
  @HttpCode(200)
  @Policy('unit_member')
  report(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, reportProgress);
  }

  @Post('submit')
  @HttpCode(200)
  @Policy('unit_member')
  submit(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, submitTask);
  }

  @Post('return')
  @HttpCode(200)
  @Policy('government_office')
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, returnTask);
  }

  @Post('close')
  @HttpCode(200)
  @Policy('government_office')
  close(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: CloseRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, (work, input) =>
      closeTask(work, input, this.closingChecks),
    );
  }

  @Post('suspend')
  @HttpCode(200)
  @Policy('government_office')
  suspend(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, suspendTask);
  }

  @Post('resume')
  @HttpCode(200)
  @Policy('government_office')
  resume(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, resumeTask);
  }

  @Post('cancel')
  @HttpCode(200)
  @Policy('government_office')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, cancelTask);
  }

  @Post('reopen')
  @HttpCode(200)
  @Policy('government_office')
  reopen(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ReopenRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, reopenTask);
  }

  @Post('support/sign')
  @HttpCode(200)
  @Policy('unit_member')
  supportSign(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, (work, input) =>
      advanceSupportPart(work, 'sign', input),
    );
  }

  @Post('support/report')
  @HttpCode(200)
  @Policy('unit_member')
  supportReport(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, (work, input) =>
      advanceSupportPart(work, 'report', input),
    );
  }

  @Post('support/complete')
  @HttpCode(200)
  @Policy('unit_member')
  supportComplete(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: TransitionRequest,
  ): Promise<TaskView> {
    return this.run(actor, campaignId, { taskId: id, ...body }, (work, input) =>
      advanceSupportPart(work, 'complete', input),
    );
  }

  private run(
    actor: Actor,
    campaignId: string,
    input: TransitionInput,
    operation: Operation,
  ): Promise<TaskView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await operation(work, input);
      return readTaskView(work, input.taskId, this.closingChecks);
    });
  }
}
