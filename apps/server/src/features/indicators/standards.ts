import { type Standard, standardAsOf, type StandardCatalogue } from '#indicator-engine';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type CivilDate } from '#kernel';
import type { ServerConfig } from '../../config/server-config.js';
import { CONFIG } from '../../database/core.module.js';
import type { Work } from '../../database/unit-of-work.js';
import { openStandards } from './open-standards.js';

/** The evaluation standard that came with the program and the county's own corrections, read once at start. */
@Injectable()
export class Standards implements OnModuleInit {
  private loaded: StandardCatalogue | undefined;

  constructor(@Inject(CONFIG) private readonly config: ServerConfig) {}

  /** A fault in the county's files keeps the program from starting, rather than the first page from opening. */
  onModuleInit(): void {
    this.loaded = openStandards(this.config.standardsDirectory);
  }

  get catalogue(): StandardCatalogue {
    this.loaded ??= openStandards(this.config.standardsDirectory);
    return this.loaded;
  }

  /** With the local targets of the campaign's place, if the standard knows any. */
  async ofCampaign(work: Work, asOf: CivilDate): Promise<Standard> {
    const [campaign] = await work.manager.query<{ pack_id: string | null }[]>(
      `SELECT pack_id FROM campaign WHERE id = $1`,
      [work.campaignId],
    );
    const place = this.catalogue.places.find(({ id }) => id === campaign?.pack_id)?.id ?? null;
    return standardAsOf(this.catalogue, place, asOf);
  }

  /** 资源配置 C1–C7: the school tables are kept by the units that lead them. */
  get resources(): StandardCatalogue['indicators'] {
    return this.catalogue.indicators.filter(({ group }) => group === 'resources');
  }
}
