import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { ClassImports } from '../class-imports.js';
import { readBurnDown } from './burn-down.queries.js';
import {
  BurnDown,
  isTargetYear,
  LedgerOverview,
  LedgerSummary,
  LedgerTargetInput,
} from './ledger-summary.dto.js';
import { setTarget } from './ledger-targets.queries.js';
import { readLedgerSummaries, readLedgerSummary } from './read-ledger-summary.js';

/** How the ledgers stand. */
@Controller('campaigns/:campaignId/ledgers')
@Policy('member')
export class LedgerSummariesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ClassImports,
  ) {}

  @Get()
  all(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<LedgerOverview[]> {
    return this.unitOfWork.read({ actor, campaignId }, (work) =>
      readLedgerSummaries(work, this.imports.tools),
    );
  }

  @Get(':kind/summary')
  one(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kind: string,
  ): Promise<LedgerSummary> {
    return this.unitOfWork.read({ actor, campaignId }, (work) =>
      readLedgerSummary(work, this.imports.tools, kind),
    );
  }

  @Get(':kind/burn-down')
  burnDown(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kindId: string,
  ): Promise<BurnDown> {
    const kind = this.imports.tools.kinds.get(kindId);
    return this.unitOfWork.read({ actor, campaignId }, (work) => readBurnDown(work, kind));
  }

  @Put(':kind/targets/:year')
  @Policy('government_office')
  setTarget(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kindId: string,
    @Param('year') yearText: string,
    @Body() body: LedgerTargetInput,
  ): Promise<LedgerSummary> {
    const { tools } = this.imports;
    const kind = tools.kinds.get(kindId);
    const year = Number(yearText);
    if (!isTargetYear(year)) throw new DomainError('not_found', { detail: '年份不对。' });
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await setTarget(work, kind.id, year, body);
      return readLedgerSummary(work, tools, kind.id);
    });
  }
}
