import fc from 'fast-check';
import { addDays, civilDate, type CivilDate, DomainError } from '#kernel';
import type { Work } from '../../apps/server/src/database/unit-of-work.js';
import { applyClosing } from '../../apps/server/src/features/ledgers/entries/apply-closing.js';
import {
  confirmEntry,
  recheckEntry,
  reopenEntry,
} from '../../apps/server/src/features/ledgers/entries/review-closing.js';
import {
  ClassImports,
  importClasses,
  LedgerKinds,
} from '../../apps/server/src/features/ledgers/ledgers.module.js';
import { classCsv, type TableClass } from './class-table.js';
import type { Who, XinmiScene } from './xinmi-scene.js';

const classNames = ['91班', '92班', '93班'];
const classes = classNames.length * 2;

/** A census of six classes, null: not there any more; or a step on one of the entries, as far as it is possible. */
export type StoryStep =
  | { readonly kind: 'census'; readonly days: number; readonly sizes: readonly (number | null)[] }
  | { readonly kind: 'apply' | 'close' | 'reopen'; readonly entry: number; readonly before: number };

const size = fc.constantFrom(40, 45, 46, 57, 70, null);

export const storySteps: fc.Arbitrary<StoryStep[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('census' as const),
      days: fc.integer({ min: 0, max: 2 }),
      sizes: fc.array(size, { minLength: classes, maxLength: classes }),
    }),
    fc.record({
      kind: fc.constantFrom('apply' as const, 'close' as const, 'close' as const, 'reopen' as const),
      entry: fc.nat(classes - 1),
      before: fc.integer({ min: 0, max: 1 }),
    }),
  ),
  { minLength: 3, maxLength: 9 },
);

interface Found {
  readonly opened: number;
  readonly distinct: number;
  readonly together: number;
  /** Above the line in the newest census and yet solved, or without an entry. */
  readonly overlooked: number;
}

export interface Look {
  readonly found: Found;
  readonly expected: Found;
}

class Undo extends Error {}

/** Plays steps with the ordinary operations in a transaction that is then undone. */
export class LedgerStory {
  private today: CivilDate;
  private readonly over = new Set<string>();
  private newest: ReadonlySet<string> = new Set();

  constructor(
    private readonly scene: XinmiScene,
    private readonly schools: readonly string[],
    start: string,
  ) {
    this.today = civilDate(start);
  }

  /** @returns what was found after each step, with what should have been */
  async play(steps: readonly StoryStep[]): Promise<Look[]> {
    const looks: Look[] = [];
    const undone = await this.scene
      .work('education', async (work) => {
        for (const step of steps) {
          await this.take(work, step);
          const opened = this.over.size;
          const expected = { opened, distinct: opened, together: opened, overlooked: 0 };
          looks.push({ found: await this.look(work), expected });
        }
        throw new Undo();
      })
      .catch((error: unknown) => error);
    if (!(undone instanceof Undo)) throw undone;
    return looks;
  }

  private at(work: Work, who: Who): Work {
    return { ...work, actor: this.scene.actor(who), today: this.today };
  }

  private async take(work: Work, step: StoryStep): Promise<void> {
    if (step.kind === 'census') {
      this.today = addDays(this.today, step.days);
      await this.census(work, step.sizes);
      return;
    }
    const [entry] = await work.manager.query<{ id: string; version: number }[]>(
      `SELECT id, version FROM ledger_entry WHERE kind = 'large_class' AND subject_key LIKE '%|9_班'
       ORDER BY seq OFFSET $1 LIMIT 1`,
      [step.entry],
    );
    if (!entry) return;
    await this.act(work, step, entry.id).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
  }

  private async census(work: Work, sizes: readonly (number | null)[]): Promise<void> {
    const rows = sizes.flatMap((students, index): TableClass[] => {
      const school = this.schools[Math.floor(index / classNames.length)] ?? '';
      const name = classNames[index % classNames.length] ?? '';
      return students === null ? [] : [{ school, stage: '小学', grade: 2, name, students }];
    });
    if (rows.length === 0) return;
    const { tools } = this.scene.server.app.get(ClassImports);
    const bytes = classCsv(rows);
    await importClasses(this.at(work, 'education'), tools, { asOf: this.today, fileName: '班级.csv', bytes });
    this.newest = new Set(
      rows.filter(({ students }) => Number(students) > 45).map(({ school, name }) => `${school} ${name}`),
    );
    for (const key of this.newest) this.over.add(key);
  }

  private async act(
    work: Work,
    { kind, before }: Extract<StoryStep, { entry: number }>,
    id: string,
  ): Promise<void> {
    const kinds = new LedgerKinds();
    const version = async (): Promise<number> => {
      const [row] = await work.manager.query<{ version: number }[]>(
        `SELECT version FROM ledger_entry WHERE id = $1`,
        [id],
      );
      return row?.version ?? 0;
    };
    const seen = async () => ({ version: await version(), note: '已核对' });
    if (kind === 'reopen') return reopenEntry(this.at(work, 'office'), kinds, id, await seen());
    await work.manager.query(
      `INSERT INTO ledger_evidence (campaign_id, id, entry_id, kind, file_name, media_type, size, sha256, uploaded_by,
         uploaded_at) VALUES ($1, $2, $3, 'roster', '花名册.txt', 'text/plain', 1, 'x', $4, $5)`,
      [work.campaignId, work.newId(), id, work.actor.accountId, work.now],
    );
    const achievedOn = addDays(this.today, -before);
    await applyClosing(this.at(work, 'education'), kinds, id, {
      ...(await seen()),
      ground: 'solved',
      achievedOn,
    });
    if (kind === 'apply') return;
    await recheckEntry(this.at(work, 'supervision'), kinds, id, await seen());
    await confirmEntry(this.at(work, 'office'), kinds, id, await seen());
  }

  private async look(work: Work): Promise<Found> {
    const rows = await work.manager.query<{ place: string; state: string }[]>(
      `SELECT school_code || ' ' || split_part(subject_key, '|', 4) AS place, state FROM ledger_entry
       WHERE kind = 'large_class' AND subject_key LIKE '%|9_班'`,
    );
    const unsolved = new Set(rows.filter(({ state }) => state !== 'closed').map(({ place }) => place));
    const open = rows.filter(({ state }) => state !== 'closed').length;
    return {
      opened: rows.length,
      distinct: new Set(rows.map(({ place }) => place)).size,
      together: open + rows.filter(({ state }) => state === 'closed').length,
      overlooked: [...this.newest].filter((place) => !unsolved.has(place)).length,
    };
  }
}
