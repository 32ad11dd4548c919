import type { LedgerKind } from '#campaign-pack';
import { type CivilDate, daysBetween } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { readCensuses, type StoredCensus } from '../class-censuses.queries.js';
import type { LedgerTools } from '../follow-data.js';
import { ledgerStateNames, ledgerStates } from '../ledger-state.js';
import { type NumbersRow, readNumbers } from './ledger-numbers.queries.js';
import type { LedgerNumbers, LedgerOverview, LedgerSummary } from './ledger-summary.dto.js';
import { readTargets } from './ledger-targets.queries.js';

/** All ledgers at a glance, in a fixed number of statements: what a wall chart shows of them. */
export async function readLedgerSummaries(
  work: Work,
  tools: Pick<LedgerTools, 'kinds' | 'standards'>,
): Promise<LedgerOverview[]> {
  const kinds = tools.kinds.all;
  const newest = await readNewestData(work, tools);
  const rows = await readNumbers(
    work,
    kinds.map(({ id }) => id),
    false,
  );
  return kinds.map((kind) => overviewOf(work, kind, newest, rows));
}

/** One ledger with its parts and its yearly targets. @throws DomainError `not_found` */
export async function readLedgerSummary(
  work: Work,
  tools: Pick<LedgerTools, 'kinds' | 'standards'>,
  kindId: string,
): Promise<LedgerSummary> {
  const kind = tools.kinds.get(kindId);
  const newest = await readNewestData(work, tools);
  const whole = await readNumbers(work, [kind.id], false);
  const rows = await readNumbers(work, [kind.id], true);
  const parts = (grouped: NumbersRow['grouped']) => rows.filter((row) => row.grouped === grouped);
  const units = (grouped: 'unit' | 'township') =>
    parts(grouped).map((row) => ({ unit: row.unit, ...numbersOf(row) }));
  return {
    ...overviewOf(work, kind, newest, whole),
    byUnit: units('unit'),
    byTownship: units('township'),
    bySchool: parts('school').map((row) => ({
      schoolCode: row.school_code,
      schoolName: row.school_name,
      ...numbersOf(row),
    })),
    targets: await readTargets(work, kind.id),
  };
}

/** Entries ever opened and those still to be closed, by kind, whoever asks: for what the whole county must meet. */
export async function countRemaining(
  work: Work,
): Promise<ReadonlyMap<string, { readonly opened: number; readonly remaining: number }>> {
  const rows = await work.manager.query<{ kind: string; opened: number; remaining: number }[]>(
    `SELECT kind, count(*)::int AS opened, count(*) FILTER (WHERE state <> 'closed')::int AS remaining
     FROM ledger_entry WHERE campaign_id = $1 GROUP BY kind`,
    [work.campaignId],
  );
  return new Map(rows.map(({ kind, opened, remaining }) => [kind, { opened, remaining }]));
}

interface NewestData {
  readonly census: StoredCensus | null;
  readonly schoolsAsOf: CivilDate | null;
  /** The last day by which the place's plan wants the indicator reached. */
  readonly wantedOn: (indicator: string | null) => CivilDate | null;
}

async function readNewestData(
  work: Work,
  { standards }: Pick<LedgerTools, 'standards'>,
): Promise<NewestData> {
  const [census = null] = await readCensuses(work);
  const [schools] = await work.manager.query<{ as_of: CivilDate | null }[]>(
    `SELECT max(as_of) AS as_of FROM school_data_set WHERE campaign_id = $1`,
    [work.campaignId],
  );
  const { indicators } = await standards.ofCampaign(work, work.today);
  return {
    census,
    schoolsAsOf: schools?.as_of ?? null,
    wantedOn: (indicator) => {
      const tests = indicators.find(({ id }) => id === indicator)?.tests ?? [];
      return (
        tests
          .flatMap(({ local }) => local.flatMap(({ dueOn }) => dueOn ?? []))
          .toSorted()
          .at(-1) ?? null
      );
    },
  };
}

const ofSchools: ReadonlySet<LedgerKind['subject']> = new Set(['school', 'school_indicator']);

function overviewOf(
  work: Work,
  kind: LedgerKind,
  { census, schoolsAsOf, wantedOn }: NewestData,
  rows: readonly NumbersRow[],
): LedgerOverview {
  const row = rows.find((each) => each.kind === kind.id && each.grouped === 'kind');
  const ofClasses = kind.subject === 'class' ? census : null;
  const wanted = wantedOn(kind.indicator);
  return {
    kind: kind.id,
    name: kind.name,
    dataAsOf: ofClasses?.asOf ?? (ofSchools.has(kind.subject) ? schoolsAsOf : null),
    counts: ofClasses && {
      classes: ofClasses.classes,
      aboveStandard: ofClasses.aboveStandard,
      large: ofClasses.large,
      oversize: ofClasses.oversize,
    },
    numbers: row ? numbersOf(row) : nothing,
    states: ledgerStates.map((state) => ({
      state,
      name: ledgerStateNames[state],
      count: row?.states?.[state] ?? 0,
    })),
    wantedOn: wanted,
    daysLeft: wanted && daysBetween(work.today, wanted),
  };
}

const nothing: LedgerNumbers = {
  opened: 0,
  remaining: 0,
  closed: 0,
  gone: 0,
  contradicted: 0,
  relapses: 0,
  relapsed: 0,
  late: 0,
};

function numbersOf(row: NumbersRow): LedgerNumbers {
  const { opened, remaining, closed, gone, contradicted, relapses, relapsed, late } = row;
  return { opened, remaining, closed, gone, contradicted, relapses, relapsed, late };
}
