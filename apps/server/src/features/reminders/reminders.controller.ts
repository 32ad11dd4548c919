import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { civilDate, DomainError } from '#kernel';
import type { Actor } from '../../database/actor.js';
import type { ServerConfig } from '../../config/server-config.js';
import { CONFIG } from '../../database/core.module.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, CurrentPerson, Policy } from '../../http/policy.decorator.js';
import { actorIn, type SignedIn } from '../../http/signed-in.js';
import { systemActor } from '../../jobs/system-actor.js';
import { isOffice } from '../tasks/tasks.module.js';
import { changeReminderRules } from './change-reminder-rules.js';
import { DryRunQuery, DryRunView } from './dry-run.dto.js';
import { dryRunReminders } from './dry-run-reminders.js';
import { explainPersonReminders, explainTaskReminders } from './explain-reminders.js';
import { previewReminderRules } from './preview-reminder-rules.js';
import { RuleChange, RuleDraft, RulePreview, RuleSetView } from './reminder-rules.dto.js';
import { ruleSetView } from './reminder-rules.queries.js';
import { PersonReminders, TaskReminders } from './reminder-why.dto.js';

/** 提醒: by which rules, what would go out on a day, and what became of each. */
@Controller('campaigns/:campaignId/reminders')
export class RemindersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  @Get('rules')
  @Policy('member')
  rules(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<RuleSetView> {
    return this.unitOfWork.read({ actor, campaignId }, ruleSetView);
  }

  @Put('rules')
  @Policy('government_office')
  change(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: RuleChange,
  ): Promise<RuleSetView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await changeReminderRules(work, body);
      return ruleSetView(work);
    });
  }

  @Post('rules/preview')
  @HttpCode(200)
  @Policy('government_office')
  preview(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: RuleDraft,
  ): Promise<RulePreview> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => previewReminderRules(work, body));
  }

  @Get('dry-run')
  @Policy('either_office')
  dryRun(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: DryRunQuery,
  ): Promise<DryRunView> {
    return this.unitOfWork.read({ actor, campaignId }, (work) =>
      dryRunReminders(work, query.on === undefined ? work.today : civilDate(query.on)),
    );
  }

  @Get('tasks/:id')
  @Policy('member')
  ofTask(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<TaskReminders> {
    return this.unitOfWork.read({ actor, campaignId }, (work) =>
      explainTaskReminders(work, id, this.mailConfigured),
    );
  }

  /** The offices and administrators ask about anyone, a unit's people about themselves. */
  @Get('people/:id')
  @Policy('member_or_administrator')
  ofPerson(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<PersonReminders> {
    const actor = actorIn(person, campaignId);
    const titles = actor !== undefined && (isOffice(actor) || id === actor.accountId);
    if (!titles && !person.administrator) {
      throw new DomainError('not_found', { detail: '只能查看发给本人的提醒。' });
    }
    return this.unitOfWork.read({ actor: actor ?? systemActor, campaignId }, (work) =>
      explainPersonReminders(work, id, titles, this.mailConfigured),
    );
  }

  private get mailConfigured(): boolean {
    return this.config.smtpUrl !== undefined;
  }
}
