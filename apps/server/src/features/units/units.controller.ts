import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, CurrentPerson, Policy } from '../../http/policy.decorator.js';
import { actorIn, outsider, type SignedIn } from '../../http/signed-in.js';
import { renameUnit } from './rename-unit.js';
import { UnitList, UnitRename, UnitRow } from './units.dto.js';
import { readUnits } from './units.queries.js';

@Controller('campaigns/:campaignId/units')
export class UnitsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Policy('member_or_administrator')
  async list(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<UnitList> {
    const actor = actorIn(person, campaignId) ?? outsider(person);
    return { items: await this.unitOfWork.read({ actor, campaignId }, (work) => readUnits(work)) };
  }

  @Patch(':id')
  @Policy('government_office')
  rename(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: UnitRename,
  ): Promise<UnitRow> {
    return this.unitOfWork.run({ actor, campaignId }, (work) => renameUnit(work, id, body));
  }
}
