import { DownOutlined, UpOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import type { FigureView } from '../../api/types.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import { appText } from '../../text/app.js';
import { indicatorsText, matrixText, schoolText } from '../../text/indicators.js';
import { Explanation } from './explanation.js';
import type { Gap } from './gap.js';
import { GapTasksButton } from './gap-tasks-button.js';
import { useAddress } from './use-address.js';

export interface ShownFigure extends Omit<FigureView, 'indicator'> {
  key: string;
  indicator: string;
  /** The figure whose tasks can be made; its school and stage. */
  gap: Gap;
}

/** Which explanations are open is part of the address: a link can show the very figure it talks about. */
function useOpen() {
  const { get, set } = useAddress();
  const open = (get('open') ?? '').split(',').filter((key) => key !== '');
  return {
    isOpen: (key: string) => open.includes(key),
    toggle: (key: string) => {
      const next = open.includes(key) ? open.filter((other) => other !== key) : [...open, key];
      set({ open: next.join(',') });
    },
  };
}

function Line({ verdict, lineText }: { verdict: FigureView['localVerdict']; lineText: string | null }) {
  if (verdict === null) return <span className="muted">{indicatorsText.noLocal}</span>;
  return (
    <div className="figure-line">
      <VerdictTag verdict={verdict} /> {lineText !== null && <span className="nowrap">{lineText}</span>}
    </div>
  );
}

function Value({ figure }: { figure: ShownFigure }) {
  return (
    <div>
      <strong className="figure-value">{figure.text}</strong>{' '}
      {figure.ratioToLine !== null && <span className="muted">{figure.unit}</span>}
      {figure.floorMet === false && <div className="figure-low">{schoolText.floorMissed}</div>}
      {figure.contradictory && (
        <div className="coefficient-note">
          <WarningFilled aria-hidden /> {matrixText.contradictory}
        </div>
      )}
      {figure.reason !== null && !figure.contradictory && <div className="muted">{figure.reason}</div>}
    </div>
  );
}

function FigureLine({
  figure,
  open,
  onToggle,
}: {
  figure: ShownFigure;
  open: boolean;
  onToggle: () => void;
}) {
  const panel = useId();
  return (
    <>
      <tr id={`figure-${figure.key}`}>
        <th scope="row">
          <span className="board-id">{figure.indicator}</span> {figure.name}
        </th>
        <td data-label={schoolText.value}>
          <Value figure={figure} />
        </td>
        <td data-label={indicatorsText.national}>
          <Line verdict={figure.verdict} lineText={figure.lineText} />
        </td>
        <td data-label={schoolText.ratio} className="matrix-number">
          {figure.ratioToLine === null ? appText.dash : schoolText.percent(figure.ratioToLine)}
        </td>
        <td data-label={indicatorsText.local}>
          <Line verdict={figure.localVerdict} lineText={figure.localLineText} />
        </td>
        <td>
          <Button
            size="small"
            aria-expanded={open}
            aria-controls={open ? panel : undefined}
            aria-label={schoolText.whyOf(figure.name)}
            icon={open ? <UpOutlined /> : <DownOutlined />}
            onClick={onToggle}
          >
            {schoolText.why}
          </Button>{' '}
          {figure.verdict === 'unmet' && <GapTasksButton gap={figure.gap} />}
        </td>
      </tr>
      {open && (
        <tr className="figure-why" id={panel}>
          <td colSpan={6}>
            <Explanation trace={figure.trace} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Figures with their lines and verdicts; each opens its own explanation. */
export function FigureTable({ figures }: { figures: readonly ShownFigure[] }) {
  const { isOpen, toggle } = useOpen();
  const table = useRef<HTMLTableElement>(null);
  const asked = figures.find(({ key }) => isOpen(key))?.key;
  const scrolled = useRef(false);
  useEffect(() => {
    if (asked !== undefined && !scrolled.current) {
      table.current?.querySelector(`#figure-${asked}`)?.scrollIntoView({ block: 'start' });
    }
    scrolled.current = true;
  }, [asked]);
  return (
    <table className="board-table figures" ref={table}>
      <thead>
        <tr>
          <th scope="col">{schoolText.figure}</th>
          <th scope="col">{schoolText.value}</th>
          <th scope="col">{indicatorsText.national}</th>
          <th scope="col">{schoolText.ratio}</th>
          <th scope="col">{indicatorsText.local}</th>
          <th scope="col">{schoolText.why}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <FigureLine
            key={figure.key}
            figure={figure}
            open={isOpen(figure.key)}
            onToggle={() => toggle(figure.key)}
          />
        ))}
      </tbody>
    </table>
  );
}
