import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { civilDate } from '#kernel';
import { DataSource } from 'typeorm';
import type { ServerConfig } from '../../config/server-config.js';
import { BusinessTime } from '../../database/business-time.js';
import { CONFIG } from '../../database/core.module.js';
import { CurrentPerson, Policy } from '../../http/policy.decorator.js';
import type { SignedIn } from '../../http/signed-in.js';
import { setExerciseDate } from './set-exercise-date.js';
import { ExerciseChange, SettingsView } from './settings.dto.js';
import { readSettings } from './settings.queries.js';

@Controller('settings')
@Policy('administrator')
export class SettingsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly time: BusinessTime,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  @Get()
  read(): Promise<SettingsView> {
    return readSettings(this.dataSource.manager, this.time, this.config);
  }

  @Put('exercise')
  async setExercise(@CurrentPerson() person: SignedIn, @Body() body: ExerciseChange): Promise<SettingsView> {
    const order = {
      date: body.date === null ? null : civilDate(body.date),
      by: { id: person.accountId, name: person.name },
      fixed: this.config.today !== undefined,
    };
    await this.dataSource.transaction((manager) => setExerciseDate(manager, this.time, order));
    return readSettings(this.dataSource.manager, this.time, this.config);
  }
}
