import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { askExtension } from './ask-extension.js';
import { askPause } from './ask-pause.js';
import { approvePause, refusePause } from './decide-pause.js';
import {
  ExtensionRefusal,
  ExtensionView,
  SeenVersion,
  NewDoor,
  NewExtension,
  NewPauseRequest,
  TaskExtensions,
} from './extensions.dto.js';
import { readExtension, readTaskExtensions } from './extensions.queries.js';
import { openDoor } from './open-door.js';

@Controller('campaigns/:campaignId')
export class TaskExtensionsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('tasks/:taskId/extensions')
  @Policy('member')
  ofTask(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('taskId', IdPipe) taskId: string,
  ): Promise<TaskExtensions> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readTaskExtensions(work, taskId));
  }

  @Post('tasks/:taskId/extensions')
  @Policy('unit_member')
  ask(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('taskId', IdPipe) taskId: string,
    @Body() body: NewExtension,
  ): Promise<ExtensionView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) =>
      readExtension(work, await askExtension(work, taskId, body)),
    );
  }

  @Post('tasks/:taskId/extension-doors')
  @Policy('government_office')
  open(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('taskId', IdPipe) taskId: string,
    @Body() body: NewDoor,
  ): Promise<TaskExtensions> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await openDoor(work, taskId, body);
      return readTaskExtensions(work, taskId);
    });
  }

  @Post('tasks/:taskId/pause-requests')
  @Policy('unit_member')
  askPause(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('taskId', IdPipe) taskId: string,
    @Body() body: NewPauseRequest,
  ): Promise<TaskExtensions> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await askPause(work, taskId, body);
      return readTaskExtensions(work, taskId);
    });
  }

  @Post('pause-requests/:id/approval')
  @HttpCode(200)
  @Policy('government_office')
  approvePause(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: SeenVersion,
  ): Promise<TaskExtensions> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) =>
      readTaskExtensions(work, await approvePause(work, id, body.version)),
    );
  }

  @Post('pause-requests/:id/refusal')
  @HttpCode(200)
  @Policy('government_office')
  refusePause(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ExtensionRefusal,
  ): Promise<TaskExtensions> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) =>
      readTaskExtensions(work, await refusePause(work, id, body)),
    );
  }
}
