import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { ServerConfig } from '../../config/server-config.js';
import { CONFIG } from '../../database/core.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceStore } from './evidence-store.js';
import { EvidenceSweeper } from './evidence-sweeper.js';

export { acceptFile } from './accept-file.js';
export { addEvidence } from './add-evidence.js';
export { checkEvidence, type EvidenceCheck } from './check-evidence.js';
export { EvidenceStore } from './evidence-store.js';
export { safeFileName } from './safe-file-name.js';

const silenceMs = 30_000;

/** The store under the configured data folder, also for programs without HTTP. */
export function evidenceStore(config: ServerConfig): EvidenceStore {
  return new EvidenceStore(join(config.dataDirectory, 'evidence'), {
    maxBytes: config.uploadBytes,
    silenceMs,
  });
}

@Module({
  controllers: [EvidenceController],
  providers: [{ provide: EvidenceStore, inject: [CONFIG], useFactory: evidenceStore }, EvidenceSweeper],
})
export class EvidenceModule {}
