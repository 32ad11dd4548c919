import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { Standards } from '../indicators/indicators.module.js';
import { changeRule, changeRuleState, createRules } from './change-rules.js';
import { dismissPreset } from './dismiss-preset.js';
import { readPresets } from './presets.js';
import {
  NewRecurringRules,
  PresetDismissal,
  RecurringPresets,
  RecurringPreview,
  RecurringPreviewRequest,
  RecurringRuleChange,
  RecurringRuleList,
  RecurringRuleView,
  RecurringStateChange,
} from './recurring.dto.js';
import { listRules, previewRule, viewRule } from './recurring.queries.js';

@Controller('campaigns/:campaignId/recurring-rules')
@Policy('government_office')
export class RecurringController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standards: Standards,
  ) {}

  @Get()
  list(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<RecurringRuleList> {
    return this.unitOfWork.read({ actor, campaignId }, listRules);
  }

  @Get('presets')
  presets(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<RecurringPresets> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) =>
      readPresets(work, (await this.standards.ofCampaign(work, work.today)).indicators),
    );
  }

  @Post('presets/dismissals')
  @HttpCode(204)
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: PresetDismissal,
  ): Promise<void> {
    return this.unitOfWork.run({ actor, campaignId }, (work) => dismissPreset(work, body.id));
  }

  @Get(':id')
  view(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<RecurringRuleView> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => viewRule(work, id));
  }

  @Post('preview')
  @HttpCode(200)
  preview(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: RecurringPreviewRequest,
  ): Promise<RecurringPreview> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => previewRule(work, body));
  }

  @Post()
  create(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewRecurringRules,
  ): Promise<RecurringRuleList> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await createRules(work, body.rules);
      return listRules(work);
    });
  }

  @Put(':id')
  change(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: RecurringRuleChange,
  ): Promise<RecurringRuleView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await changeRule(work, id, body);
      return viewRule(work, id);
    });
  }

  @Put(':id/state')
  changeState(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: RecurringStateChange,
  ): Promise<RecurringRuleView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await changeRuleState(work, id, body);
      return viewRule(work, id);
    });
  }
}
