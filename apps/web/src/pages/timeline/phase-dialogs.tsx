import { passGate, revokeGate, setPhaseDates } from '../../api/timeline.js';
import { DateDialog, type Sent } from '../../parts/date-dialog.js';
import { timelineText } from '../../text/timeline.js';
import type { PhaseProps } from './phase-props.js';

interface Props extends PhaseProps {
  onClose: () => void;
}

const word = (sent: Sent, name: string): string => String(sent[name] ?? '');
const day = (sent: Sent, name: string): string | null => (sent[name] === undefined ? null : word(sent, name));

export function PhaseDatesDialog({ cid, phase, onClose }: Props) {
  const initial = (date: string | null) => (date === null ? {} : { initial: date });
  return (
    <DateDialog
      cid={cid}
      title={timelineText.setDatesTitle(phase.name)}
      hint={timelineText.setDatesHint}
      fields={[
        {
          name: 'startsOn',
          label: timelineText.startsOn,
          kind: 'date',
          optional: true,
          ...initial(phase.startsOn),
        },
        {
          name: 'endsOn',
          label: timelineText.endsOn,
          kind: 'date',
          optional: true,
          ...initial(phase.endsOn),
        },
        { name: 'reason', label: timelineText.why, kind: 'text' },
      ]}
      send={(sent) =>
        setPhaseDates(cid, phase.id, {
          seen: phase.dates[0]?.number ?? 0,
          startsOn: day(sent, 'startsOn'),
          endsOn: day(sent, 'endsOn'),
          reason: word(sent, 'reason'),
        })
      }
      onClose={onClose}
    />
  );
}

export function PassDialog({ cid, phase, onClose }: Props) {
  return (
    <DateDialog
      cid={cid}
      title={timelineText.passTitle(phase.name)}
      hint={timelineText.passHint}
      fields={[
        { name: 'note', label: timelineText.note, kind: 'text' },
        { name: 'reason', label: timelineText.lackingReason, kind: 'text', optional: true },
      ]}
      send={(sent) =>
        passGate(cid, phase.id, {
          version: phase.gate.version,
          note: word(sent, 'note'),
          ...(sent['reason'] === undefined ? {} : { reason: word(sent, 'reason') }),
        })
      }
      onClose={onClose}
    />
  );
}

export function RevokeDialog({ cid, phase, onClose }: Props) {
  return (
    <DateDialog
      cid={cid}
      title={timelineText.revokeTitle(phase.name)}
      hint={timelineText.revokeHint}
      fields={[{ name: 'note', label: timelineText.why, kind: 'text' }]}
      send={(sent) => revokeGate(cid, phase.id, { note: word(sent, 'note') })}
      onClose={onClose}
    />
  );
}
