import type { Work } from '../../database/unit-of-work.js';
import { type EvidenceRow, type EvidenceStatus, inlineMediaTypes } from './evidence-row.dto.js';
import { unitJson } from './task-row.queries.js';
import type { EvidenceKind } from './task-words.js';

interface EvidenceRecord {
  id: string;
  kind: EvidenceKind;
  file_name: string;
  media_type: string;
  size: string;
  sha256: string;
  status: EvidenceStatus;
  submission_no: number | null;
  uploaded_by: string;
  uploader: string;
  unit: EvidenceRow['unit'];
  uploaded_at: Date;
}

/** The evidence of a task in the order it came, as this actor sees it. @param evidenceId only this one */
export async function readEvidenceRows(
  work: Work,
  taskId: string,
  evidenceId: string | null = null,
): Promise<EvidenceRow[]> {
  const records = await work.manager.query<EvidenceRecord[]>(
    `SELECT e.id, e.kind, e.file_name, e.media_type, e.size, e.sha256, e.status, e.submission_no,
       e.uploaded_by, a.name AS uploader, ${unitJson('u')} AS unit, e.uploaded_at
     FROM evidence e
     JOIN account a ON a.id = e.uploaded_by
     JOIN unit u ON u.campaign_id = e.campaign_id AND u.id = e.unit_id
     WHERE e.campaign_id = $1 AND e.task_id = $2 AND ($3::uuid IS NULL OR e.id = $3)
     ORDER BY e.uploaded_at, e.id`,
    [work.campaignId, taskId, evidenceId],
  );
  return records.map((record) => ({
    id: record.id,
    kind: record.kind,
    fileName: record.file_name,
    mediaType: record.media_type,
    size: Number(record.size),
    sha256: record.sha256,
    status: record.status,
    submissionNo: record.submission_no,
    uploadedBy: { id: record.uploaded_by, name: record.uploader },
    unit: record.unit,
    uploadedAt: record.uploaded_at.toISOString(),
    canDelete: record.status === 'draft' && record.uploaded_by === work.actor.accountId,
    inline: inlineMediaTypes.has(record.media_type),
  }));
}
