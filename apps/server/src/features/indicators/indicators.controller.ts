import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { boardWorkbook, matrixWorkbook, tablesWorkbook } from '#official-documents';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { workbookFile } from '../../http/workbook-file.js';
import { readCampaignName } from '../../jobs/read-campaign-name.js';
import { boardName, toBoardSheet } from './board-sheet.js';
import { indicatorBoard } from './board.js';
import { Evaluations } from './evaluations.js';
import { classTemplate, schoolTemplate } from './files/templates.js';
import { EvaluationQuery, IndicatorBoard, MatrixQuery, SchoolMatrix, SchoolView } from './indicators.dto.js';
import { matrixName, toMatrixSheet } from './matrix-sheet.js';
import { RemedyQuery, RemedyView } from './remedy.dto.js';
import { remedyName, toRemedySheets } from './remedy-sheet.js';
import { remedyView } from './remedy-view.js';
import { schoolMatrix } from './school-matrix.js';
import { schoolName, toSchoolSheets } from './school-sheet.js';
import { TableQuery } from './school-imports.dto.js';
import { schoolView } from './school-view.js';

/** What the data say: every member sees the whole county, which holds no personal data. */
@Controller('campaigns/:campaignId/indicators')
@Policy('member')
export class IndicatorsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evaluations: Evaluations,
  ) {}

  @Get('board')
  board(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: EvaluationQuery,
  ): Promise<IndicatorBoard> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      indicatorBoard(work, this.evaluations, await this.evaluations.evaluate(work, query)),
    );
  }

  @Get('board.xlsx')
  async boardWorkbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: EvaluationQuery,
  ): Promise<StreamableFile> {
    const { board, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      board: await indicatorBoard(work, this.evaluations, await this.evaluations.evaluate(work, query)),
      name: await readCampaignName(work),
    }));
    return workbookFile(await boardWorkbook(toBoardSheet(board, name)), boardName(board));
  }

  @Get('matrix')
  matrix(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: MatrixQuery,
  ): Promise<SchoolMatrix> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      schoolMatrix(await this.evaluations.evaluate(work, query), query.stage),
    );
  }

  @Get('matrix.xlsx')
  async matrixWorkbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: MatrixQuery,
  ): Promise<StreamableFile> {
    const { matrix, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      matrix: schoolMatrix(await this.evaluations.evaluate(work, query), query.stage),
      name: await readCampaignName(work),
    }));
    return workbookFile(await matrixWorkbook(toMatrixSheet(matrix, name)), matrixName(matrix));
  }

  @Get('schools/:code')
  school(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('code') code: string,
    @Query() query: EvaluationQuery,
  ): Promise<SchoolView> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      schoolView(await this.evaluations.evaluate(work, query), code),
    );
  }

  @Get('schools/:code/school.xlsx')
  async schoolWorkbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('code') code: string,
    @Query() query: EvaluationQuery,
  ): Promise<StreamableFile> {
    const { school, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      school: schoolView(await this.evaluations.evaluate(work, query), code),
      name: await readCampaignName(work),
    }));
    return workbookFile(await tablesWorkbook(toSchoolSheets(school, name)), schoolName(school));
  }

  /** Computed after the transaction: a large county takes a while. */
  @Get('remedy')
  async remedy(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: RemedyQuery,
  ): Promise<RemedyView> {
    const evaluation = await this.unitOfWork.read({ actor, campaignId }, (work) =>
      this.evaluations.evaluate(work, query),
    );
    return remedyView(evaluation, query);
  }

  @Get('remedy.xlsx')
  async remedyWorkbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: RemedyQuery,
  ): Promise<StreamableFile> {
    const { evaluation, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      evaluation: await this.evaluations.evaluate(work, query),
      name: await readCampaignName(work),
    }));
    const view = remedyView(evaluation, query);
    return workbookFile(await tablesWorkbook(toRemedySheets(view, name)), remedyName(view));
  }

  /** 学校基本情况表 or 班级情况表, empty, with 填表说明. */
  @Get('template.xlsx')
  async template(@Query() { table }: TableQuery): Promise<StreamableFile> {
    return table === 'classes'
      ? workbookFile(await classTemplate(), '班级情况表.xlsx')
      : workbookFile(await schoolTemplate(), '学校基本情况表.xlsx');
  }
}
