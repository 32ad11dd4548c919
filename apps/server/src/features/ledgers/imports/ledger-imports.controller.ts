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
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { DomainError, isCivilDate } from '#kernel';
import type { ServerConfig } from '../../../config/server-config.js';
import type { Actor } from '../../../database/actor.js';
import { CONFIG } from '../../../database/core.module.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import type { RequestContext } from '../../../http/request-context.js';
import { workbookFile, workbookMediaType } from '../../../http/workbook-file.js';
import { readSheets, receiveForm } from '../../indicators/indicators.module.js';
import { LedgerKinds } from '../ledger-kinds.js';
import { confirmLedgerImport } from './confirm-ledger-import.js';
import {
  ConfirmLedgerImport,
  LedgerImportPreview,
  LedgerImportResult,
  NewLedgerImportForm,
} from './ledger-imports.dto.js';
import { ledgerTemplate } from './ledger-template.js';
import { previewLedgerImport } from './preview-ledger-import.js';
import { refusePersonalSheets } from './refuse-personal-sheets.js';
import { rejectedLedgerRows } from './rejected-ledger-rows.js';

/** Ledgers people keep in workbooks: preview, then confirmation. Each row is judged as if entered by hand. */
@Controller('campaigns/:campaignId/ledgers/:kind')
@Policy('member')
export class LedgerImportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: LedgerKinds,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  @Get('template.xlsx')
  @ApiProduces(workbookMediaType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template(@Param('kind') kindId: string): Promise<StreamableFile> {
    const kind = this.kinds.get(kindId);
    return workbookFile(await ledgerTemplate(kind), `${kind.name}台账模板.xlsx`);
  }

  /** No transaction is open while the file comes in and is read. */
  @Post('imports')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: NewLedgerImportForm })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kindId: string,
    @Req() request: RequestContext,
  ): Promise<LedgerImportPreview> {
    const kind = this.kinds.get(kindId);
    const { fields, file } = await receiveForm(request, this.config.uploadBytes);
    const given = fields.get('asOf') || undefined;
    const errors = [
      ...(file ? [] : [{ pointer: '/file', message: '请选择文件' }]),
      ...(given === undefined || isCivilDate(given)
        ? []
        : [{ pointer: '/asOf', message: '日期应形如 2026-09-01' }]),
    ];
    if (!file || errors.length > 0) {
      throw new DomainError('malformed', { detail: `有 ${errors.length} 处填写不对。`, errors });
    }
    const { sheets } = await readSheets(file.name, file.bytes);
    refusePersonalSheets(file.name, sheets);
    return this.unitOfWork.run({ actor, campaignId }, (work) => {
      const asOf = isCivilDate(given) ? given : work.today;
      return previewLedgerImport(work, kind, { asOf, fileName: file.name, bytes: file.bytes }, sheets);
    });
  }

  @Post('imports/:id/confirmation')
  @HttpCode(200)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kindId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ConfirmLedgerImport,
  ): Promise<LedgerImportResult> {
    const kind = this.kinds.get(kindId).id;
    return this.unitOfWork.run({ actor, campaignId }, (work) =>
      confirmLedgerImport(work, this.kinds, kind, id, body.goodRowsOnly === true),
    );
  }

  @Get('imports/:id/errors.xlsx')
  @ApiProduces(workbookMediaType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async errors(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kindId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    const kind = this.kinds.get(kindId).id;
    const { content, name } = await this.unitOfWork.read({ actor, campaignId }, (work) =>
      rejectedLedgerRows(work, kind, id),
    );
    return workbookFile(content, name);
  }
}
