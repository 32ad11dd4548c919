import type { LedgerKind } from '#campaign-pack';
import type { ServerConfig } from '../../config/server-config.js';
import type { Work } from '../../database/unit-of-work.js';
import {
  Evaluations,
  readSchoolRegister,
  readUnitNames,
  type RegisteredSchool,
  responsibleUnitsOf,
  Standards,
} from '../indicators/indicators.module.js';
import { applyLedgerEffects, type NewEntryFrame } from './apply-ledger-effects.js';
import { readKnownEntries } from './known-entries.queries.js';
import { LedgerKinds } from './ledger-kinds.js';
import type { KnownEntry, LedgerData } from './ledger-reading.js';
import { badNews, type LedgerEffects, planLedgerEffects } from './plan-ledger-effects.js';
import type { LedgerNews } from './tell-ledger-news.js';

/** What new data are judged with. */
export interface LedgerTools {
  readonly kinds: LedgerKinds;
  readonly standards: Standards;
  readonly evaluations: Evaluations;
  /** Of links in messages. */
  readonly origin: string;
}

export interface Followed {
  readonly effects: LedgerEffects;
  /** What people have to be told. */
  readonly news: readonly LedgerNews[];
}

/** For programs that start no server. */
export function ledgerTools(config: ServerConfig): LedgerTools {
  const standards = new Standards(config);
  return {
    kinds: new LedgerKinds(),
    standards,
    evaluations: new Evaluations(standards),
    origin: config.origin,
  };
}

/**
 * One mechanism for every kind that data judge: reads the known entries, asks for what the data say, applies it.
 * @param read what the new data say, given the entries there are
 */
export async function followData(
  work: Work,
  { standards }: LedgerTools,
  kind: LedgerKind,
  read: (entries: readonly KnownEntry[]) => LedgerData | Promise<LedgerData>,
): Promise<Followed> {
  const entries = await readKnownEntries(work, kind.id, true);
  const data = await read(entries);
  const effects = planLedgerEffects(data, entries);
  if (effects.opened.length + effects.judged.length > 0) {
    await applyLedgerEffects(work, data, effects, await entryFrame(work, standards, kind));
  }
  const refuted = effects.judged.filter(({ judgement }) => badNews.has(judgement.event));
  return { effects, news: refuted.map((judged) => ({ kind: kind.name, judged })) };
}

async function entryFrame(work: Work, standards: Standards, kind: LedgerKind): Promise<NewEntryFrame> {
  const { indicators } = standards.catalogue;
  const units = await responsibleUnitsOf(work, indicators);
  const names = await readUnitNames(work);
  const register = await readSchoolRegister(work);
  const proposed =
    kind.dueWorkingDays === null ? null : work.calendar.addWorkingDays(work.today, kind.dueWorkingDays);
  return {
    unitOf: ({ indicator }) => units.get(indicator ?? '')?.leadUnits[0]?.id ?? null,
    townshipOf: ({ schoolCode }) => townshipOf(register.get(schoolCode), names),
    // A day of the plan that has passed is no due date of what has just been found.
    dueOf: (reading) => (reading?.wantedOn && reading.wantedOn > work.today ? reading.wantedOn : proposed),
  };
}

function townshipOf(
  school: RegisteredSchool | undefined,
  names: ReadonlyMap<string, { readonly id: string }>,
): string | null {
  return names.get(school?.township ?? '')?.id ?? null;
}
