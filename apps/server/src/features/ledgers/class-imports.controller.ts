import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { ServerConfig } from '../../config/server-config.js';
import type { Actor } from '../../database/actor.js';
import { CONFIG } from '../../database/core.module.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import type { RequestContext } from '../../http/request-context.js';
import { workbookFile } from '../../http/workbook-file.js';
import { classTemplate, requireImporter } from '../indicators/indicators.module.js';
import { readCensuses, toCensusRow } from './class-censuses.queries.js';
import { readRuns } from './class-import-runs.queries.js';
import { ClassImports } from './class-imports.js';
import {
  ClassCensusRow,
  ClassImportResult,
  ClassImportState,
  ClassImportView,
  ConfirmClassImport,
  NewClassImportForm,
} from './class-imports.dto.js';
import { confirmClassImport } from './confirm-class-import.js';
import { readClassImport } from './preview-class-import.js';
import { receiveClassFile } from './receive-class-file.js';
import { rejectedClassRows } from './rejected-class-rows.js';

/** 班级情况表: read, looked at, confirmed as a census. */
@Controller('campaigns/:campaignId')
@Policy('member')
export class ClassImportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ClassImports,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  /** Answers when the file is read; until then its progress can be asked for under the id that came with it. */
  @Post('class-imports')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: NewClassImportForm })
  async read(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Req() request: RequestContext,
  ): Promise<ClassImportView> {
    const scope = { actor, campaignId };
    const { tools } = this.imports;
    const today = await this.unitOfWork.read(scope, async (work) => {
      await requireImporter(work, tools.standards);
      return work.today;
    });
    const form = await receiveClassFile(request, this.config.uploadBytes, today);
    await this.imports.read(scope, form);
    return this.unitOfWork.read(scope, (work) => readClassImport(work, tools, form.id));
  }

  @Get('class-imports')
  list(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<ClassImportState[]> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) => {
      await requireImporter(work, this.imports.tools.standards);
      return readRuns(work, null);
    });
  }

  @Get('class-imports/template.xlsx')
  async template(): Promise<StreamableFile> {
    return workbookFile(await classTemplate(), '班级情况表.xlsx');
  }

  @Get('class-imports/:id')
  one(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<ClassImportView> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) => {
      await requireImporter(work, this.imports.tools.standards);
      return readClassImport(work, this.imports.tools, id);
    });
  }

  @Post('class-imports/:id/confirmation')
  @HttpCode(200)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ConfirmClassImport,
  ): Promise<ClassImportResult> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await requireImporter(work, this.imports.tools.standards);
      return confirmClassImport(work, this.imports.tools, id, body.goodRowsOnly === true);
    });
  }

  @Get('class-imports/:id/errors.xlsx')
  async errors(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    const { content, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => {
      await requireImporter(work, this.imports.tools.standards);
      return rejectedClassRows(work, id);
    });
    return workbookFile(content, name);
  }

  @Get('class-censuses')
  censuses(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<ClassCensusRow[]> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      (await readCensuses(work)).map(toCensusRow),
    );
  }
}
