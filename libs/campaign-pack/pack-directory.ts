import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const calendarFolder = 'calendar';
const laddersFolder = 'ladders';
const milestonesFolder = 'milestones';
const ledgersFolder = 'ledgers';
/** Makes a folder a pack; calendar, ladders, standards and the like lie beside the packs and have none. */
const packFile = '00-pack.yaml';

/** Where the packs and the working calendar lie, seen from the sources and from the built program alike. */
export function packDataDirectory(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package.json'))) {
    const parent = dirname(directory);
    if (parent === directory) throw new Error('package.json not found above the campaign packs');
    directory = parent;
  }
  return join(directory, 'libs', 'campaign-pack', 'data');
}

/** The folder of the State Council's notices. */
export function calendarDirectory(): string {
  return join(packDataDirectory(), calendarFolder);
}

/** The folder of the escalation ladders that come with the program. */
export function laddersDirectory(): string {
  return join(packDataDirectory(), laddersFolder);
}

/** The folder of the milestones of construction projects that come with the program. */
export function milestonesDirectory(): string {
  return join(packDataDirectory(), milestonesFolder);
}

/** The folder of the kinds of ledgers that come with the program. */
export function ledgersDirectory(): string {
  return join(packDataDirectory(), ledgersFolder);
}

/**
 * Ids of the packs that come with the program.
 * @example packIds() // ['xinmi']
 */
export function packIds(): string[] {
  return readdirSync(packDataDirectory())
    .filter((name) => existsSync(join(packDataDirectory(), name, packFile)))
    .sort();
}
