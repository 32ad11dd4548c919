import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
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
import { confirmImport } from './confirm-import.js';
import { DataSetFollowers } from './data-set-followers.js';
import { readDataSets } from './data-sets.queries.js';
import { rejectedRows } from './error-workbook.js';
import { readSheets } from './files/read-sheets.js';
import { readTables } from './read-tables.js';
import { previewImport } from './preview-import.js';
import { receiveTable } from './receive-table.js';
import { requireImporter } from './require-importer.js';
import {
  ConfirmImport,
  DataSetRow,
  ImportPreview,
  ImportResult,
  NewSchoolImportForm,
  TableQuery,
} from './school-imports.dto.js';
import { Standards } from './standards.js';

/** 学校基本情况表: preview, then confirmation. */
@Controller('campaigns/:campaignId')
@Policy('member')
export class SchoolImportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standards: Standards,
    private readonly followers: DataSetFollowers,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  /** No transaction is open while the file comes in and is read. */
  @Post('school-imports')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: NewSchoolImportForm })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Req() request: RequestContext,
  ): Promise<ImportPreview> {
    const scope = { actor, campaignId };
    await this.unitOfWork.read(scope, (work) => requireImporter(work, this.standards));
    const table = await receiveTable(request, this.config.uploadBytes);
    const { sheets } = await readSheets(table.fileName, table.bytes);
    const tables = await readTables(sheets);
    return this.unitOfWork.run(scope, async (work) => {
      await requireImporter(work, this.standards);
      return previewImport(work, table, tables);
    });
  }

  @Post('school-imports/:id/confirmation')
  @HttpCode(200)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ConfirmImport,
  ): Promise<ImportResult> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await requireImporter(work, this.standards);
      return confirmImport(work, id, body.goodRowsOnly === true, (there, dataSet) =>
        this.followers.follow(there, dataSet),
      );
    });
  }

  @Get('school-imports/:id/errors.xlsx')
  async errors(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Query() query: TableQuery,
  ): Promise<StreamableFile> {
    const { content, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => {
      await requireImporter(work, this.standards);
      return rejectedRows(work, id, query.table);
    });
    return workbookFile(content, name);
  }

  @Get('school-data-sets')
  dataSets(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<DataSetRow[]> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readDataSets(work));
  }
}
