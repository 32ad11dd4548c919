import { fileTypeFromFile } from 'file-type';
import { type Inspect, notWhatItSays } from './inspect.js';

/** A raster image of the given kind, by its magic number. */
export function inspectImage(mediaType: string): Inspect {
  return async (path) => {
    const found = await fileTypeFromFile(path);
    return found?.mime === mediaType ? undefined : notWhatItSays;
  };
}
