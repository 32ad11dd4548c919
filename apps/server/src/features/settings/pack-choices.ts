import { loadPack, packDataDirectory, packIds } from '#campaign-pack';
import { join } from 'node:path';
import type { PackChoice } from './instance.dto.js';

let choices: readonly PackChoice[] | undefined;

/** The packs that come with the program. They cannot change while it runs, so they are read once. */
export function packChoices(): readonly PackChoice[] {
  choices ??= packIds().map((id) => {
    const { name, place } = loadPack(join(packDataDirectory(), id));
    return { id, name, place };
  });
  return choices;
}
