/**
 * Lets plain Node import our TypeScript: `node --import ./test/support/typescript-loader.mjs file.ts`.
 * Jest transforms test files but imports its global set-up natively, which is where this is needed.
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
