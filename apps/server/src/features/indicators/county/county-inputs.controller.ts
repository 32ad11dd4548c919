import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { Evaluations } from '../evaluations.js';
import { EvaluationQuery } from '../indicators.dto.js';
import { judgeEvidence } from './judge-evidence.js';
import { JudgementBoard, JudgementMade, NewJudgement, ReviewJudgement } from './judgements.dto.js';
import { judgementBoard } from './judgements-view.js';
import { registerCase } from './register-case.js';
import { reviewJudgement } from './review-judgement.js';
import { RegisterCase, SpecialCaseBoard } from './special-cases.dto.js';
import { specialCaseBoard } from './special-cases-view.js';
import { changeVetoState, recordVeto } from './veto-register.js';
import { vetoRegister } from './veto-view.js';
import { ChangeVetoState, NewVetoEvent, VetoMade, VetoRegister } from './vetoes.dto.js';

/** Judgements on evidence, the veto register and special cases of schools; every member reads them. */
@Controller('campaigns/:campaignId/indicators')
@Policy('member')
export class CountyInputsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evaluations: Evaluations,
  ) {}

  @Get('judgements')
  judgements(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: EvaluationQuery,
  ): Promise<JudgementBoard> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      judgementBoard(work, await this.evaluations.evaluate(work, query)),
    );
  }

  @Post('judgements')
  judge(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewJudgement,
  ): Promise<JudgementMade> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => ({
      id: await judgeEvidence(work, body, await this.evaluations.standard(work)),
    }));
  }

  @Post('judgements/:id/review')
  @Policy('government_office')
  @HttpCode(204)
  review(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ReviewJudgement,
  ): Promise<void> {
    return this.unitOfWork.run({ actor, campaignId }, (work) => reviewJudgement(work, id, body));
  }

  @Get('vetoes')
  vetoes(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: EvaluationQuery,
  ): Promise<VetoRegister> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      vetoRegister(work, await this.evaluations.evaluate(work, query)),
    );
  }

  @Post('vetoes')
  @Policy('either_office')
  recordVeto(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewVetoEvent,
  ): Promise<VetoMade> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      const { standard, schools } = await this.evaluations.evaluate(work, {});
      const codes = new Set(schools.map(({ code }) => code));
      return { id: await recordVeto(work, body, standard, codes) };
    });
  }

  @Post('vetoes/:id/states')
  @Policy('either_office')
  @HttpCode(204)
  changeVeto(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeVetoState,
  ): Promise<void> {
    return this.unitOfWork.run({ actor, campaignId }, (work) => changeVetoState(work, id, body));
  }

  @Get('special-cases')
  specialCases(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: EvaluationQuery,
  ): Promise<SpecialCaseBoard> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      specialCaseBoard(work, await this.evaluations.evaluate(work, query)),
    );
  }

  @Post('special-cases')
  @HttpCode(204)
  registerCase(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: RegisterCase,
  ): Promise<void> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      const { standard, schools } = await this.evaluations.evaluate(work, {});
      await registerCase(work, body, standard, schools);
    });
  }
}
