import { explain } from '#indicator-engine';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { Evaluations } from '../evaluations.js';
import { traceRows } from '../figure-views.js';
import { EvaluationQuery } from '../indicators.dto.js';
import {
  CountyFigures,
  FigureEntry,
  FigureExplanation,
  FigureHistoryQuery,
  FiguresRecorded,
  RecordFigures,
} from './county-figures.dto.js';
import { readFigureHistory } from './entered.queries.js';
import { countyFigures, figureEntry } from './figures-view.js';
import { recordFigures } from './record-figures.js';

/** Figures that the county enters: everybody reads them, the lead unit and the office write them. */
@Controller('campaigns/:campaignId/indicators')
@Policy('member')
export class CountyFiguresController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evaluations: Evaluations,
  ) {}

  @Get('figures')
  figures(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: EvaluationQuery,
  ): Promise<CountyFigures> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      countyFigures(work, await this.evaluations.evaluate(work, query)),
    );
  }

  @Get('figures/:key/history')
  history(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('key') key: string,
    @Query() { school }: FigureHistoryQuery,
  ): Promise<FigureEntry[]> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      (await readFigureHistory(work, key, school ?? null)).map(figureEntry),
    );
  }

  @Post('figures')
  record(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: RecordFigures,
  ): Promise<FiguresRecorded> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      const { standard, schools } = await this.evaluations.evaluate(work, {});
      return { recorded: await recordFigures(work, body, standard, schools) };
    });
  }

  /** Why an indicator of the county is what it is, with the source of each figure. */
  @Get('explanations/:indicator')
  explanation(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('indicator') indicator: string,
    @Query() query: EvaluationQuery,
  ): Promise<FigureExplanation[]> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) => {
      const { result, standard } = await this.evaluations.evaluate(work, query);
      const found = explain(result, standard, { indicator, school: null, stage: null });
      if (found.length === 0) throw new DomainError('not_found', { detail: '没有这项指标。' });
      return found.map(({ title, verdict, localVerdict, steps }) => ({
        title,
        verdict,
        localVerdict,
        steps: traceRows(steps),
      }));
    });
  }
}
