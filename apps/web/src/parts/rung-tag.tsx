import { AlertFilled, BellFilled, WarningFilled } from '@ant-design/icons';
import type { RungColour } from '../api/types.js';
import { colourText, ladderText } from '../text/ladder.js';
import { withDetail } from '../text/wording.js';
import './rung-tag.css';

const icons: Record<RungColour, typeof BellFilled> = {
  blue: BellFilled,
  grey: BellFilled,
  yellow: WarningFilled,
  orange: WarningFilled,
  red: AlertFilled,
  crimson: AlertFilled,
};

/** A rung is a word, its local colour also said in words, and an icon: readable in print and to everybody. */
export function RungTag({ rung }: { rung: { name: string; colour: RungColour } | null }) {
  if (rung === null) return <span className="muted">{ladderText.rungNone}</span>;
  const Icon = icons[rung.colour];
  return (
    <span className={`rung rung-${rung.colour}`}>
      <Icon aria-hidden /> {withDetail(rung.name, colourText[rung.colour])}
    </span>
  );
}
