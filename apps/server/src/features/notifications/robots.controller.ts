import { Body, Controller, Get, Inject, Param, Patch, Post, Put } from '@nestjs/common';
import type { ServerConfig } from '../../config/server-config.js';
import { CONFIG } from '../../database/core.module.js';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentPerson, Policy } from '../../http/policy.decorator.js';
import { actorIn, outsider, type SignedIn } from '../../http/signed-in.js';
import { RobotVault } from './robot-vault.js';
import { NewRobot, RobotAddressChange, RobotChange, RobotRow } from './robots.dto.js';
import { readRobots } from './robots.queries.js';
import { addRobot, changeRobot, changeRobotAddress, type RobotKeeping, testRobot } from './save-robot.js';

/** 群机器人: chat groups that get a short word of each run. */
@Controller('campaigns/:campaignId/robots')
@Policy('government_office_or_administrator')
export class RobotsController {
  private readonly keeping: RobotKeeping;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) { robotHosts, dataDirectory }: ServerConfig,
  ) {
    this.keeping = { allowedHosts: robotHosts, vault: new RobotVault(dataDirectory) };
  }

  @Get()
  list(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<RobotRow[]> {
    return this.change(person, campaignId, () => Promise.resolve());
  }

  @Post()
  add(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() robot: NewRobot,
  ): Promise<RobotRow[]> {
    return this.change(person, campaignId, (work) => addRobot(work, robot, this.keeping));
  }

  @Patch(':id')
  update(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() change: RobotChange,
  ): Promise<RobotRow[]> {
    return this.change(person, campaignId, (work) => changeRobot(work, id, change));
  }

  @Put(':id/address')
  replaceAddress(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() change: RobotAddressChange,
  ): Promise<RobotRow[]> {
    return this.change(person, campaignId, (work) => changeRobotAddress(work, id, change, this.keeping));
  }

  @Post(':id/test')
  test(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<RobotRow[]> {
    return this.change(person, campaignId, (work) => testRobot(work, id));
  }

  private change(
    person: SignedIn,
    campaignId: string,
    act: (work: Work) => Promise<void>,
  ): Promise<RobotRow[]> {
    const actor = actorIn(person, campaignId) ?? outsider(person);
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await act(work);
      return readRobots(work, this.keeping.vault);
    });
  }
}
