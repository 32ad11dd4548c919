/** The reading worker from source: plain Node cannot start a worker from TypeScript. */
import './typescript-loader.mjs';

await import('../../apps/server/src/features/indicators/files/workbook-worker.ts');
