import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentPerson, Policy } from '../../http/policy.decorator.js';
import { outsider, type SignedIn } from '../../http/signed-in.js';
import { v7 } from 'uuid';
import { createCampaign } from './create-campaign.js';
import { loadPackIntoCampaign } from './load-pack.js';
import { readPack, readPackOfCampaign } from './pack-of-campaign.js';
import { PackDiffView } from './pack-diff.dto.js';
import { CampaignCreated, NewCampaign, PackLoadRequest } from './pack-loads.dto.js';
import { previewPackLoad } from './preview-pack-load.js';

/** Administrators bring plans in; what is done with them is not theirs to see. */
@Controller('campaigns')
@Policy('administrator')
export class PackLoadsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Post()
  create(@CurrentPerson() person: SignedIn, @Body() body: NewCampaign): Promise<CampaignCreated> {
    const pack = readPack(body.packId);
    const name = body.name?.trim() ?? pack.name;
    return this.unitOfWork.run({ actor: outsider(person), campaignId: v7() }, async (work) => {
      await createCampaign(work, { name, place: pack.place });
      await loadPackIntoCampaign(work, pack);
      return { id: work.campaignId, name };
    });
  }

  @Get(':id/pack/preview')
  preview(@CurrentPerson() person: SignedIn, @Param('id', IdPipe) id: string): Promise<PackDiffView> {
    return this.unitOfWork.read({ actor: outsider(person), campaignId: id }, previewOf);
  }

  @Post(':id/pack')
  @HttpCode(200)
  load(
    @CurrentPerson() person: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: PackLoadRequest,
  ): Promise<PackDiffView> {
    return this.unitOfWork.run({ actor: outsider(person), campaignId: id }, async (work) => {
      const before = await previewOf(work);
      await loadPackIntoCampaign(work, await readPackOfCampaign(work), body.fingerprint);
      return before;
    });
  }
}

async function previewOf(work: Work): Promise<PackDiffView> {
  return previewPackLoad(work, await readPackOfCampaign(work));
}
