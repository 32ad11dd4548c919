import { v7 } from 'uuid';
import type { Instance } from './accounts-instance.js';

export interface SmallCampaign {
  readonly campaignId: string;
  /** 财政局 */
  readonly finance: string;
  /** 教育局 */
  readonly education: string;
}

/** A campaign with two units and nothing else. */
export async function addCampaign(instance: Instance): Promise<SmallCampaign> {
  const [campaignId, documentId, clauseId, finance, education] = [v7(), v7(), v7(), v7(), v7()];
  await instance.query(
    `INSERT INTO campaign (id, name, place, created_at) VALUES ($1, '新密创建', '新密市', now())`,
    [campaignId],
  );
  await instance.query(
    `INSERT INTO source_document (campaign_id, id, entry, title, issuer) VALUES ($1, $2, 'plan', '方案', '市政府办公室')`,
    [campaignId, documentId],
  );
  await instance.query(
    `INSERT INTO clause (campaign_id, id, entry, document_id, number, title, position)
     VALUES ($1, $2, 'c1', $3, '三（一）1', '落实经费', 1)`,
    [campaignId, clauseId, documentId],
  );
  await instance.query(
    `INSERT INTO unit (campaign_id, id, entry, name, short_name, kind, clause_id, position)
     VALUES ($1, $2, 'finance', '市财政局', '财政局', 'department', $4, 1),
            ($1, $3, 'education', '市教育局', '教育局', 'department', $4, 2)`,
    [campaignId, finance, education, clauseId],
  );
  await instance.query(
    `INSERT INTO unit_alias (campaign_id, unit_id, alias) VALUES ($1, $2, '新密市财政局')`,
    [campaignId, finance],
  );
  return { campaignId, finance, education } as SmallCampaign;
}

interface SmallTask {
  readonly seq: number;
  readonly title: string;
  readonly state: string;
  readonly lead: string;
  readonly support?: { readonly unitId: string; readonly state: string };
  readonly createdBy: string;
}

/** A task in the given state, put in past the operations. */
export async function addTask(instance: Instance, campaignId: string, task: SmallTask): Promise<string> {
  const [id, batchId] = [v7(), v7()];
  await instance.query(
    `INSERT INTO task_batch (campaign_id, id, digest, created_by, created_at) VALUES ($1, $2, '', $3, now())`,
    [campaignId, batchId, task.createdBy],
  );
  await instance.query(
    `INSERT INTO task (campaign_id, id, seq, batch_id, batch_index, title, description, source_kind, lead_unit_id, state,
                       priority, required_evidence, created_by, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 0, $5, '', 'free', $6, $7, 'normal', '{}', $8, now(), now())`,
    [campaignId, id, task.seq, batchId, task.title, task.lead, task.state, task.createdBy],
  );
  if (task.support) {
    await instance.query(
      `INSERT INTO task_support (campaign_id, task_id, unit_id, state) VALUES ($1, $2, $3, $4)`,
      [campaignId, id, task.support.unitId, task.support.state],
    );
  }
  return id;
}
