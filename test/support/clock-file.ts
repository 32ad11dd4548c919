import { renameSync, writeFileSync } from 'node:fs';

/** Sets the clock of running servers. They may read at any moment, and must never find half a file. */
export function writeClock(file: string, ms: number): void {
  writeFileSync(`${file}.next`, new Date(ms).toISOString());
  renameSync(`${file}.next`, file);
}
