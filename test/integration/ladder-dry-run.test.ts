import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import fc from 'fast-check';
import type { DryRunView } from '../../apps/server/src/features/reminders/dry-run.dto.js';
import { dryRunReminders } from '../../apps/server/src/features/reminders/dry-run-reminders.js';
import type { LadderScene } from '../support/ladder-scene.js';
import { ladderStories, storyDays, tellLadderStory } from '../support/ladder-story.js';
import { changedTables, tableContents } from '../support/table-contents.js';

// Each title names its story: the same seed tells the same one again.
const seed = Number(process.env['JUNHENG_STORY_SEED'] ?? 20220916);
const stories = fc
  .sample(ladderStories, { seed, numRuns: Number(process.env['JUNHENG_STORIES'] ?? 2) })
  .map((story, index) => ({ index, story }));
const days = storyDays(12);

interface Turn {
  readonly lines: readonly string[];
  readonly rungs: DryRunView['rungs'];
  readonly reminders: number;
  readonly superseded: number;
}

const foreseen = ({ messages, rungs, reminders, superseded }: DryRunView): Turn => ({
  lines: messages
    .flatMap(({ accountId, tasks }) =>
      tasks.map((task) => [accountId, task.id, task.rung ?? 0, task.ruleName].join(' ')),
    )
    .toSorted(),
  rungs,
  reminders,
  superseded,
});

describe('the dry run with a ladder in force', () => {
  it.each(stories)(
    `R-09 R-08 the dry run of a day is what its whole turn then writes (seed ${seed}, story $index)`,
    async ({ story }) => {
      const scene = await tellLadderStory(story);
      try {
        const before = await tableContents(scene.office.dataSource);
        const expected = new Map<CivilDate, Turn>();
        for (const on of days) expected.set(on, foreseen(await dryRun(scene, on)));
        expect(changedTables(before, await tableContents(scene.office.dataSource))).toEqual([]);
        for (const [on, turn] of expected) {
          await scene.wholeTurn(`${on} 09:00`);
          expect({ on, ...(await written(scene, on)) }).toEqual({ on, ...turn });
        }
        expect([...expected.values()].flatMap((turn) => turn.lines)).not.toEqual([]);
      } finally {
        await scene.office.close();
      }
    },
  );
});

function dryRun({ office }: LadderScene, on: CivilDate): Promise<DryRunView> {
  return office.run((work) => dryRunReminders(work, on));
}

/** What the turn of nine o'clock wrote, read from its rows. */
async function written({ office }: LadderScene, on: CivilDate): Promise<Turn> {
  const at = new Date(`${on}T09:00:00+08:00`);
  const lines = await office.query<{ line: string }>(
    `SELECT concat_ws(' ', o.account_id, t.id, coalesce(n.rung, 0), coalesce(n.rung_name, r.rule_name)) AS line
     FROM outbox_message o CROSS JOIN unnest(o.task_ids) AS t(id)
     LEFT JOIN LATERAL (SELECT x.rung, x.rung_name FROM escalation_notice x
       WHERE x.message_id = o.id AND x.task_id = t.id ORDER BY x.rung DESC LIMIT 1) n ON TRUE
     LEFT JOIN reminder r ON r.message_id = o.id AND r.task_id = t.id AND r.account_id = o.account_id
       AND r.outcome = 'queued'
     WHERE o.kind = 'reminder_digest' AND o.created_at = $1`,
    [at],
  );
  const rungs = await office.query<DryRunView['rungs'][number]>(
    `SELECT x.rung, x.name, count(DISTINCT x.task_id) FILTER (WHERE x.account_id IS NOT NULL)::int AS tasks,
       count(DISTINCT x.account_id)::int AS people, count(DISTINCT x.task_id) FILTER (WHERE x.account_id IS NULL)::int AS skipped
     FROM (SELECT n.rung, n.rung_name AS name, n.task_id, n.account_id FROM escalation_notice n
           JOIN outbox_message o ON o.id = n.message_id AND o.created_at = $1
           UNION ALL
           SELECT e.rung, e.rung_name, e.task_id, NULL FROM escalation e WHERE e.outcome = 'skipped_empty' AND e.raised_at = $1) x
     GROUP BY x.rung, x.name ORDER BY x.rung`,
    [at],
  );
  const [run] = await office.query<{ queued: number; superseded: number }>(
    `SELECT (summary ->> 'queued')::int AS queued, (summary ->> 'superseded')::int AS superseded FROM job_run
     WHERE job = 'reminders' AND claimed_at = $1`,
    [at],
  );
  return {
    lines: lines.map(({ line }) => line).toSorted(),
    rungs,
    reminders: run?.queued ?? 0,
    superseded: run?.superseded ?? 0,
  };
}
