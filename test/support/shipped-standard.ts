import { loadStandards, standardsDirectory } from '#campaign-pack';
import type { StandardCatalogue } from '#indicator-engine';

/** The standard of the nation and all places as the product ships it, for specs that may not know the packs. */
export function shippedCatalogue(): StandardCatalogue {
  return loadStandards(standardsDirectory());
}
