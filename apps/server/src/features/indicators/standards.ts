import { loadStandards, standardsDirectory } from '#campaign-pack';
import { type Standard, standardAsOf, type StandardCatalogue } from '#indicator-engine';
import { Injectable } from '@nestjs/common';
import { type CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';

/** The evaluation standard that came with the program, read once. */
@Injectable()
export class Standards {
  private loaded: StandardCatalogue | undefined;

  get catalogue(): StandardCatalogue {
    this.loaded ??= loadStandards(standardsDirectory());
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
