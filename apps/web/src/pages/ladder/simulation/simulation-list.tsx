import { CheckCircleOutlined, CloseCircleOutlined, SyncOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SimulationRow, SimulationState } from '../../../api/simulation-types.js';
import { Nothing } from '../../../parts/empty.js';
import { Panel } from '../../../parts/panel.js';
import { formatDateShort, formatInstant } from '../../../text/dates.js';
import { simulationText } from '../../../text/simulation.js';
import { withDetail } from '../../../text/wording.js';

const icons: Record<SimulationState, ReactNode> = {
  running: <SyncOutlined spin aria-hidden />,
  done: <CheckCircleOutlined aria-hidden />,
  failed: <CloseCircleOutlined aria-hidden />,
};

/** What was tried out before, the newest first. */
export function SimulationList({ items, shown }: { items: SimulationRow[]; shown: string | null }) {
  return (
    <Panel title={simulationText.list}>
      {items.length === 0 && <Nothing text={simulationText.none} next={simulationText.noneNext} />}
      <ul className="desk-list">
        {items.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{simulationText.versionName(one.ladderNumber, one.ladderName)}</strong>{' '}
              {simulationText.from(formatDateShort(one.from), formatDateShort(one.to))}
              <div>
                {icons[one.state]}{' '}
                {one.messages !== null && one.papers !== null
                  ? withDetail(
                      simulationText.states[one.state],
                      simulationText.short(one.messages, one.papers),
                    )
                  : simulationText.states[one.state]}
              </div>
              <div className="muted">{simulationText.askedBy(one.askedBy, formatInstant(one.askedAt))}</div>
            </span>
            {one.id === shown ? (
              <span className="muted">{simulationText.shown}</span>
            ) : (
              <Link to={`?run=${one.id}`}>{simulationText.open}</Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
