import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { rungSql, taskNumber, visibleSql } from '../tasks/tasks.module.js';
import { findHollowRungs } from './find-hollow-rungs.js';
import type { EscalationDesk, PaperRequestRow, RungCount } from './ladder.dto.js';
import { readActiveLadder } from './ladder.queries.js';

// A desk is for today's work; the count says how many there are in all.
const papersShown = 50;

/** Overdue tasks by rung, papers waiting to be made, receipts and reviews that are late, and where the ladder is hollow. */
export async function escalationDesk(work: Work): Promise<EscalationDesk> {
  const version = await readActiveLadder(work);
  const papers = await readPapers(work);
  return {
    rungs: await countByRung(work),
    papers: papers.map(({ total: _, seq, requestedAt, ...paper }) => ({
      ...paper,
      taskNumber: taskNumber(seq),
      requestedAt: requestedAt.toISOString(),
    })),
    paperCount: papers[0]?.total ?? 0,
    ...(await countLate(work)),
    hollow: version ? (await findHollowRungs(work, version)).filter((one) => one.blocks) : [],
  };
}

/** Running tasks by the rung they have reached, of those the reader sees. */
export function countByRung(work: Work): Promise<RungCount[]> {
  const parameters = new Parameters();
  const visible = visibleSql(parameters, work.actor);
  return work.manager.query<RungCount[]>(
    `SELECT (x.rung ->> 'rung')::int AS rung, x.rung ->> 'name' AS name, x.rung ->> 'colour' AS colour,
       count(*)::int AS count
     FROM (SELECT ${rungSql(parameters, work)} AS rung FROM task t
       WHERE t.campaign_id = ${parameters.add(work.campaignId)} AND t.state IN ('assigned', 'signed', 'in_progress')
         AND (${visible})) x
     WHERE x.rung IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2`,
    parameters.values,
  );
}

interface PaperRecord extends Omit<PaperRequestRow, 'taskNumber' | 'requestedAt'> {
  seq: number;
  requestedAt: Date;
  total: number;
}

function readPapers(work: Work): Promise<PaperRecord[]> {
  return work.manager.query<PaperRecord[]>(
    `SELECT p.id, p.kind, u.short_name AS "unitName", t.id AS "taskId", t.seq, t.title AS "taskTitle",
       p.requested_at AS "requestedAt", count(*) OVER ()::int AS total
     FROM paper_request p
     JOIN escalation e ON e.campaign_id = p.campaign_id AND e.id = p.escalation_id AND e.rehearsal = $2
     JOIN unit u ON u.campaign_id = p.campaign_id AND u.id = p.unit_id
     JOIN task t ON t.campaign_id = p.campaign_id AND t.id = e.task_id
     WHERE p.campaign_id = $1 AND p.issued_at IS NULL ORDER BY p.requested_at, p.id LIMIT ${papersShown}`,
    [work.campaignId, work.exercise],
  );
}

type LateCounts = Pick<EscalationDesk, 'receiptsLate' | 'supportReceiptsLate' | 'verificationsLate'>;

async function countLate(work: Work): Promise<LateCounts> {
  const [row] = await work.manager.query<LateCounts[]>(
    `SELECT count(*) FILTER (WHERE state = 'assigned' AND receipt_due_on < $2)::int AS "receiptsLate",
       count(*) FILTER (WHERE state IN ('assigned', 'signed', 'in_progress') AND EXISTS (
         SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.state = 'assigned'
           AND s.receipt_due_on < $2))::int AS "supportReceiptsLate",
       count(*) FILTER (WHERE state = 'in_review' AND verification_due_on < $2)::int AS "verificationsLate"
     FROM task t WHERE campaign_id = $1`,
    [work.campaignId, work.today],
  );
  return row ?? { receiptsLate: 0, supportReceiptsLate: 0, verificationsLate: 0 };
}
