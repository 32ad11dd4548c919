import { Link } from 'react-router';
import type { WallPhase } from '../../api/types.js';
import { formatDateShort } from '../../text/dates.js';
import { wallText } from '../../text/wall.js';
import { bandOf } from './band-of.js';
import { WallPanel } from './wall-panel.js';

/** What stands below the name: the word of the state and the days, or that there are none yet. */
function spanOf({ state, startsOn, endsOn }: WallPhase): string {
  if (startsOn === null) return wallText.undetermined;
  const end = endsOn === null ? wallText.undetermined : formatDateShort(endsOn);
  return wallText.phaseSpan(wallText.phaseState[state], formatDateShort(startsOn), end);
}

/** Phases in proportion to their length, those without dates at the end, and a line where today is. */
export function PhaseBand({ phases, today }: { phases: readonly WallPhase[]; today: string }) {
  const { shares, todayAt } = bandOf(phases, today);
  return (
    <WallPanel name="phases" title={wallText.phases}>
      <div className="wall-band">
        {phases.map((phase, index) => (
          <Link
            key={phase.id}
            to="/timeline"
            className={`wall-phase wall-phase-${phase.state}`}
            style={{ flexGrow: shares[index] }}
          >
            <strong>{phase.name}</strong>
            <span>{spanOf(phase)}</span>
          </Link>
        ))}
        {todayAt !== null && (
          <div className="wall-today" style={{ left: `${todayAt * 100}%` }}>
            <span>{wallText.today}</span>
          </div>
        )}
      </div>
    </WallPanel>
  );
}
