export interface BandPhase {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export interface Band {
  /** Width of each phase; they sum to 1. */
  readonly shares: readonly number[];
  /** Where today stands, from 0 to 1; null when today is before the first or after the last dated phase. */
  readonly todayAt: number | null;
}

const day = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day;
const lengthOf = ({ startsOn, endsOn }: BandPhase): number | null =>
  startsOn === null || endsOn === null ? null : dayOf(endsOn) - dayOf(startsOn) + 1;

// A short phase keeps room for its name, and one without dates takes no more than the others leave.
const leastShare = 0.12;
const undatedShare = 0.18;

/** Divides a band among the phases by their days. */
export function bandOf(phases: readonly BandPhase[], today: string): Band {
  const lengths = phases.map(lengthOf);
  const total = lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0);
  const raw = lengths.map((length) =>
    length === null ? undatedShare : Math.max(leastShare, total === 0 ? 0 : length / total),
  );
  const sum = raw.reduce((all, share) => all + share, 0);
  const shares = raw.map((share) => share / sum);
  return { shares, todayAt: positionOf(phases, shares, today) };
}

function positionOf(phases: readonly BandPhase[], shares: readonly number[], today: string): number | null {
  let before = 0;
  for (const [index, phase] of phases.entries()) {
    const share = shares[index] ?? 0;
    const length = lengthOf(phase);
    if (
      phase.startsOn !== null &&
      length !== null &&
      phase.startsOn <= today &&
      today <= (phase.endsOn ?? '')
    ) {
      return before + (share * (dayOf(today) - dayOf(phase.startsOn) + 0.5)) / length;
    }
    before += share;
  }
  return null;
}
