import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { workbookFile, workbookMediaType } from '../../http/workbook-file.js';
import { addProject } from './add-project.js';
import { cancelProject, restoreProject } from './cancel-project.js';
import { editFacts } from './edit-facts.js';
import { exportProjects } from './export-projects.js';
import { ProjectFilter } from './list-projects.dto.js';
import { planMilestones } from './plan-milestones.js';
import { FactsChange, NewProject, PlanChange, ReportInput, StateChange } from './project-inputs.dto.js';
import { listProjects, viewProject } from './project-view.js';
import { ConstructionList, ConstructionView } from './projects.dto.js';
import { reportProject } from './report-project.js';

/** What becomes of the plan's projects. Every member reads; who may report depends on the project. */
@Controller('campaigns/:campaignId')
export class ProjectsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('construction-projects')
  @Policy('member')
  list(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() filter: ProjectFilter,
  ): Promise<ConstructionList> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => listProjects(work, filter));
  }

  @Get('construction-projects.xlsx')
  @Policy('member')
  @ApiProduces(workbookMediaType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() filter: ProjectFilter,
  ): Promise<StreamableFile> {
    const { content, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      content: await exportProjects(work, filter),
      name: `建设项目-${work.today}.xlsx`,
    }));
    return workbookFile(content, name);
  }

  @Post('construction-projects')
  @Policy('government_office')
  add(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewProject,
  ): Promise<ConstructionView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) =>
      viewProject(work, await addProject(work, body)),
    );
  }

  @Get('construction-projects/:id')
  @Policy('member')
  view(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<ConstructionView> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => viewProject(work, id));
  }

  @Put('construction-projects/:id/facts')
  @Policy('government_office')
  facts(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: FactsChange,
  ): Promise<ConstructionView> {
    return this.run(actor, campaignId, id, (work) => editFacts(work, id, body));
  }

  @Post('construction-projects/:id/plans')
  @HttpCode(200)
  @Policy('government_office')
  plan(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: PlanChange,
  ): Promise<ConstructionView> {
    return this.run(actor, campaignId, id, (work) => planMilestones(work, id, body));
  }

  @Post('construction-projects/:id/reports')
  @HttpCode(200)
  @Policy('member')
  report(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ReportInput,
  ): Promise<ConstructionView> {
    return this.run(actor, campaignId, id, (work) => reportProject(work, id, body));
  }

  @Post('construction-projects/:id/cancellation')
  @HttpCode(200)
  @Policy('government_office')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: StateChange,
  ): Promise<ConstructionView> {
    return this.run(actor, campaignId, id, (work) => cancelProject(work, id, body));
  }

  @Post('construction-projects/:id/restoration')
  @HttpCode(200)
  @Policy('government_office')
  restore(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: StateChange,
  ): Promise<ConstructionView> {
    return this.run(actor, campaignId, id, (work) => restoreProject(work, id, body));
  }

  private run(
    actor: Actor,
    campaignId: string,
    id: string,
    operation: (work: Work) => Promise<void>,
  ): Promise<ConstructionView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await operation(work);
      return viewProject(work, id);
    });
  }
}
