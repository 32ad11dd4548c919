import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { ServerConfig } from '../../config/server-config.js';
import { CONFIG } from '../../database/core.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceDelivery } from './evidence-delivery.js';
import { EvidenceStore } from './evidence-store.js';
import { EvidenceSweeper } from './evidence-sweeper.js';

export { acceptFile, type AcceptedFile } from './accept-file.js';
export { addEvidence } from './add-evidence.js';
export { checkEvidence, type EvidenceCheck } from './check-evidence.js';
export { EvidenceContentQuery, NewEvidenceForm } from './evidence.dto.js';
export { EvidenceDelivery } from './evidence-delivery.js';
export { EvidenceStore, type ReceivedFile } from './evidence-store.js';
export { keepSweeperAway } from './sweep-evidence.js';
export { safeFileName } from './safe-file-name.js';
export { takeUpload } from './take-upload.js';

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
  providers: [
    { provide: EvidenceStore, inject: [CONFIG], useFactory: evidenceStore },
    EvidenceDelivery,
    EvidenceSweeper,
  ],
  exports: [EvidenceDelivery, EvidenceStore],
})
export class EvidenceModule {}
