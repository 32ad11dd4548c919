import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { workbookFile, workbookMediaType } from '../../http/workbook-file.js';
import { exportTasks } from './export-tasks.js';
import { exportUnits } from './export-units.js';
import { TaskFilter } from './list-tasks.dto.js';

@Controller('campaigns/:campaignId')
export class TaskExportsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('tasks.xlsx')
  @Policy('member')
  @ApiProduces(workbookMediaType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() filter: TaskFilter,
  ): Promise<StreamableFile> {
    const { content, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      content: await exportTasks(work, filter),
      name: `任务表-${work.today}.xlsx`,
    }));
    return workbookFile(content, name);
  }

  @Get('units.xlsx')
  @Policy('member')
  @ApiProduces(workbookMediaType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async units(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<StreamableFile> {
    const { content, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      content: await exportUnits(work),
      name: `成员单位办理情况-${work.today}.xlsx`,
    }));
    return workbookFile(content, name);
  }
}
