import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { DomainError } from '#kernel';
import { tablesWorkbook } from '#official-documents';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork, type WorkScope } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { workbookFile } from '../../../http/workbook-file.js';
import { readCampaignName } from '../../../jobs/read-campaign-name.js';
import { comparisonView } from './comparison-view.js';
import { toComparisonSheets } from './comparison-sheet.js';
import { Comparison, ComparisonQuery, ProjectionView, YearQuery, YearSections } from './projection.dto.js';
import { toProjectionSheets } from './projection-sheet.js';
import { type KeptBasis, Projections } from './projections.js';
import { readWhatIfs } from './what-ifs.queries.js';

/** What comes of what-ifs; nothing here writes. */
@Controller('campaigns/:campaignId/what-ifs')
@Policy('member')
export class ProjectionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly projections: Projections,
  ) {}

  @Get('comparison')
  async comparison(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() { ids }: ComparisonQuery,
  ): Promise<Comparison> {
    return (await this.compared({ actor, campaignId }, ids)).comparison;
  }

  @Get('comparison.xlsx')
  async comparisonWorkbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() { ids }: ComparisonQuery,
  ): Promise<StreamableFile> {
    const { comparison, name } = await this.compared({ actor, campaignId }, ids);
    return workbookFile(await tablesWorkbook(toComparisonSheets(comparison, name)), '推演方案比较表.xlsx');
  }

  @Get(':id/projection')
  async projection(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<ProjectionView> {
    const { bases } = await this.bases({ actor, campaignId }, [id]);
    return this.projections.view(only(bases));
  }

  @Get(':id/projection.xlsx')
  async projectionWorkbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    const { bases, name } = await this.bases({ actor, campaignId }, [id]);
    const view = this.projections.view(only(bases));
    return workbookFile(await tablesWorkbook(toProjectionSheets(view, name)), `推演-${view.name}.xlsx`);
  }

  /** The schools behind a year's numbers. */
  @Get(':id/projection/sections')
  async sections(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Query() { year }: YearQuery,
  ): Promise<YearSections> {
    const { bases } = await this.bases({ actor, campaignId }, [id]);
    const rows = this.projections.answer(only(bases)).sections.get(year);
    if (!rows) throw new DomainError('not_found', { detail: `${year} 年不在推演期内。` });
    return { year, rows: [...rows] };
  }

  private async compared(scope: WorkScope, ids: readonly string[]): Promise<Compared> {
    const { bases, name } = await this.bases(scope, ids);
    const goalYear = Math.max(...bases.map((basis) => basis.goalYear));
    const idle = this.projections.idleBasis(only(bases), goalYear);
    const views = [idle, ...bases].map((basis) => this.projections.view(basis));
    return { comparison: comparisonView(views), name };
  }

  /** In the order asked for. */
  private bases(scope: WorkScope, ids: readonly string[]): Promise<{ bases: KeptBasis[]; name: string }> {
    return this.unitOfWork.read(scope, async (work) => {
      const records = await readWhatIfs(work, ids);
      const bases: KeptBasis[] = [];
      for (const id of ids) {
        const record = records.find((each) => each.id === id.toLowerCase());
        if (!record) throw new DomainError('not_found', { detail: '没有这个推演方案，或已被撤回。' });
        bases.push(await this.projections.basisOf(work, record));
      }
      return { bases, name: await readCampaignName(work) };
    });
  }
}

interface Compared {
  readonly comparison: Comparison;
  readonly name: string;
}

function only(bases: readonly KeptBasis[]): KeptBasis {
  const [first] = bases;
  if (!first) throw new Error('a projection of no what-if');
  return first;
}
