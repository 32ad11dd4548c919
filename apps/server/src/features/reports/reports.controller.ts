import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { civilDate } from '#kernel';
import { overdueWorkbook } from '#official-documents';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { workbookFile } from '../../http/workbook-file.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { OverdueFilter, OverdueReport } from './overdue-report.dto.js';
import { overdueReport } from './overdue-report.js';
import { toOverdueSheet, workbookName } from './overdue-sheet.js';

/** 逾期报告: the offices see all units, a unit's people their own. */
@Controller('campaigns/:campaignId/reports')
@Policy('member')
export class ReportsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('overdue')
  overdue(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() filter: OverdueFilter,
  ): Promise<OverdueReport> {
    return this.unitOfWork.read({ actor, campaignId }, (work) =>
      overdueReport(work, filter.asOf === undefined ? undefined : civilDate(filter.asOf)),
    );
  }

  @Get('overdue.xlsx')
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() filter: OverdueFilter,
  ): Promise<StreamableFile> {
    const { report, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      report: await overdueReport(work, filter.asOf === undefined ? undefined : civilDate(filter.asOf)),
      name: await readCampaignName(work),
    }));
    return workbookFile(await overdueWorkbook(toOverdueSheet(report, name)), workbookName(report));
  }
}
