import { readFileSync } from 'node:fs';
import type { Clock } from '#kernel';
import type { ServerConfig } from './server-config.js';

/** The one place of the server that reads the machine's clock. */
export const machineClock: Clock = { now: () => Date.now() };

/**
 * A clock that follows a file holding one ISO instant, so that a test moves the time of several running processes.
 * The file is read at every call: tests write it between two requests.
 */
export function fileClock(path: string): Clock {
  return {
    now: () => {
      const instant = Date.parse(readFileSync(path, 'utf8').trim());
      return Number.isNaN(instant) ? Date.now() : instant;
    },
  };
}

/** The machine's clock, or in tests the one in a file. */
export function clockOf(config: ServerConfig): Clock {
  return config.test?.clockFile ? fileClock(config.test.clockFile) : machineClock;
}
