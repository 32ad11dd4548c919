import { Module } from '@nestjs/common';
import { DenialLog } from '../../http/authenticator.js';
import { DatabaseDenialLog } from './database-denial-log.js';

/** The log of security-relevant happenings. */
@Module({
  providers: [{ provide: DenialLog, useClass: DatabaseDenialLog }],
  exports: [DenialLog],
})
export class AuditModule {}

export { type AuditAction, type AuditEntry, recordAudit } from './record-audit.js';
