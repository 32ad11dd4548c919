import { Readable } from 'node:stream';
import { civilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { acceptFile, type EvidenceStore } from '../evidence/evidence.module.js';
import {
  addEntryEvidence,
  applyClosing,
  confirmEntry,
  type LedgerKinds,
  type LedgerTools,
  openEntry,
  planEntry,
  recheckEntry,
  reportEntry,
} from '../ledgers/ledgers.module.js';

/** Somebody of the example on a day, by login. */
export type WorkOf = (on: string, login: string) => Work;

interface Telling {
  readonly workOf: WorkOf;
  readonly kinds: LedgerKinds;
  readonly store: EvidenceStore;
}

/** How far each of the first large classes has come, with the ordinary steps. */
const courses = ['planned', 'reported', 'applied', 'rechecked', 'confirmed'] as const;

/** A few entries in different states, so that every desk and every card of the ledgers has something to show. */
export async function tellLedgers(
  workOf: WorkOf,
  { kinds }: LedgerTools,
  store: EvidenceStore,
): Promise<void> {
  const office = workOf('2022-09-07', 'zfb');
  const entries = await office.manager.query<{ id: string }[]>(
    `SELECT e.id FROM ledger_entry e JOIN unit u ON u.campaign_id = e.campaign_id AND u.id = e.unit_id
     WHERE e.campaign_id = $1 AND e.kind = 'large_class' AND u.entry = 'education' ORDER BY e.seq LIMIT $2`,
    [office.campaignId, courses.length],
  );
  for (const [index, { id }] of entries.entries()) {
    for (const step of courses.slice(0, index + 1)) await walk({ workOf, kinds, store }, step, id);
  }
  const township = workOf('2022-09-07', 'xz01');
  await openEntry(township, kinds, 'left_behind', {
    townshipId: township.actor.unitId,
    measure: '结对关爱',
    fields: { period: '2022年秋季学期', total: 46, done: 31 },
  });
  await openEntry(workOf('2022-09-07', 'dcj'), kinds, 'problem', {
    subject: '两所农村小学实验室仪器未按目录配齐',
    unitId: workOf('2022-09-07', 'jyj').actor.unitId,
    measure: '限期整改',
    fields: { source: '督查', foundOn: '2022-09-05', goal: '按配备目录补齐并登记入账' },
  });
  await office.manager.query(`UPDATE ledger_entry SET example = true WHERE campaign_id = $1`, [
    office.campaignId,
  ]);
}

async function walk(
  { workOf, kinds, store }: Telling,
  step: (typeof courses)[number],
  id: string,
): Promise<void> {
  const version = await versionOf(workOf('2022-09-07', 'zfb'), id);
  switch (step) {
    case 'planned': {
      const plan = {
        measure: '分班',
        cause: '片区生源集中',
        dueOn: civilDate('2022-12-30'),
        targetYear: 2022,
      };
      return planEntry(workOf('2022-09-08', 'jyj'), kinds, id, { version, ...plan });
    }
    case 'reported':
      return reportEntry(workOf('2022-09-09', 'jyj'), kinds, id, { version, note: '已腾出教室，正在分班' });
    case 'applied': {
      const work = workOf('2022-09-13', 'jyj');
      await addEvidence(work, store, id);
      const application = {
        note: '已分成两个班',
        ground: 'solved',
        achievedOn: civilDate('2022-09-12'),
      } as const;
      return applyClosing(work, kinds, id, { version, ...application });
    }
    case 'rechecked':
      return recheckEntry(workOf('2022-09-14', 'dcj'), kinds, id, { version, note: '到校核对名册，属实' });
    case 'confirmed':
      return confirmEntry(workOf('2022-09-15', 'zfb'), kinds, id, { version });
  }
}

async function versionOf(work: Work, id: string): Promise<number> {
  const [row] = await work.manager.query<{ version: number }[]>(
    `SELECT version FROM ledger_entry WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id],
  );
  return row?.version ?? 0;
}

async function addEvidence(work: Work, store: EvidenceStore, entryId: string): Promise<void> {
  const received = await store.receive(Readable.from([Buffer.from('班级,学生数\r\n甲班,28\r\n乙班,27\r\n')]));
  const accepted = await acceptFile(received, '分班后人数.csv');
  await addEntryEvidence(work, store, { entryId, kind: 'roster', received, accepted });
}
