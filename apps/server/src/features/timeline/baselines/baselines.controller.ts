import { Body, Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { tablesWorkbook } from '#official-documents';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { workbookFile, workbookMediaType } from '../../../http/workbook-file.js';
import { readCampaignName } from '../../../jobs/read-campaign-name.js';
import { TimelineSources } from '../timeline-sources.js';
import { BaselineList, BaselineComparison, BaselineComparisonQuery, NewBaseline } from './baselines.dto.js';
import { readBaselines } from './baselines.queries.js';
import { compareBaseline } from './compare-baseline.js';
import { comparisonName, toComparisonSheet } from './comparison-sheet.js';
import { takeBaseline } from './take-baseline.js';

/** Baselines hold every unit's tasks: the offices take and compare them. */
@Controller('campaigns/:campaignId/baselines')
@Policy('either_office')
export class BaselinesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: TimelineSources,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<BaselineList> {
    return { items: await this.unitOfWork.read({ actor, campaignId }, readBaselines) };
  }

  @Post()
  @Policy('government_office')
  take(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewBaseline,
  ): Promise<BaselineList> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await takeBaseline(work, this.sources, body);
      return { items: await readBaselines(work) };
    });
  }

  @Get(':id/comparison')
  compare(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Query() query: BaselineComparisonQuery,
  ): Promise<BaselineComparison> {
    return this.unitOfWork.read({ actor, campaignId }, (work) =>
      compareBaseline(work, this.sources, id, query),
    );
  }

  @Get(':id/comparison.xlsx')
  @ApiProduces(workbookMediaType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Query() query: BaselineComparisonQuery,
  ): Promise<StreamableFile> {
    const { comparison, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      comparison: await compareBaseline(work, this.sources, id, query),
      name: await readCampaignName(work),
    }));
    const content = await tablesWorkbook([toComparisonSheet(comparison, name)]);
    return workbookFile(content, comparisonName(comparison));
  }
}
