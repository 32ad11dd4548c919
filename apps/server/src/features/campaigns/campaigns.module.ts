import { Module } from '@nestjs/common';
import { CampaignsController } from './campaigns.controller.js';
import { PackLoadsController } from './pack-loads.controller.js';

export { createCampaign } from './create-campaign.js';
export { loadPackIntoCampaign } from './load-pack.js';
export { PackChangeView } from './pack-diff.dto.js';
export { type PackLoadRecord, readPackLoads } from './pack-loads.queries.js';
export { registerPackCommands } from './pack.commands.js';

@Module({ controllers: [CampaignsController, PackLoadsController] })
export class CampaignsModule {}
