/** A number of working days between two ends, both included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** How often a unit does what with a task; the four shares add up to 1. */
export interface UnitShares {
  readonly onTime: number;
  readonly late: number;
  /** Does not sign until the ladder has risen to `stirredAt`. */
  readonly silent: number;
  readonly asksExtension: number;
}

export interface UnitBehaviour {
  readonly shares: UnitShares;
  /** Working days from assignment to signing. */
  readonly signing: DayRange;
  /** Working days before the due date a punctual unit submits. */
  readonly early: DayRange;
  /** Working days after the due date a late unit submits. */
  readonly lateness: DayRange;
  /** Working days of delay a unit asks for. */
  readonly extension: DayRange;
  /** Rung of the ladder that makes a silent unit move, 1 for the first. */
  readonly stirredAt: number;
}

export interface OfficeBehaviour {
  /** Working days from submission to decision. */
  readonly review: DayRange;
  /** Share of first submissions sent back. */
  readonly returns: number;
  /** Share of extension requests approved. */
  readonly approvesExtension: number;
  /** Working days until messages that were stopped, because they reach far more people than usual, are released. */
  readonly releasing: DayRange;
}

/** How people behave in a simulated campaign. */
export interface Behaviour {
  readonly name: string;
  readonly usual: UnitBehaviour;
  /** By the pack's id of the unit. */
  readonly exceptions: ReadonlyMap<string, UnitBehaviour>;
  readonly office: OfficeBehaviour;
}

/** How a unit behaves: by its own entry, or like the others. */
export function behaviourOf({ usual, exceptions }: Behaviour, unit: string): UnitBehaviour {
  return exceptions.get(unit) ?? usual;
}
