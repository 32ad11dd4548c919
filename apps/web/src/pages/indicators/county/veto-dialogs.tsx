import { Form, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { changeVeto, recordVeto } from '../../../api/county-inputs.js';
import type { SchoolName, VetoEventRow, VetoItem } from '../../../api/types.js';
import { useCampaign } from '../../../shell/session.js';
import { entryText, vetoText } from '../../../text/county-inputs.js';
import { formatDateShort } from '../../../text/dates.js';
import { EntryDialog } from './entry-dialog.js';
import { DayField, isoDay, mustBeFilled, SchoolField, TextField, useToday } from './entry-fields.js';

interface StateFields {
  state: VetoEventRow['state'];
  stateOn: Dayjs;
  ground: string;
}
interface EventFields extends StateFields {
  occurredOn: Dayjs;
  school?: string;
  source: string;
  description: string;
}

function StateParts({ not }: { not?: VetoEventRow['state'] }) {
  const options = Object.entries(vetoText.states)
    .filter(([value]) => value !== not)
    .map(([value, label]) => ({ value, label }));
  return (
    <>
      <Form.Item name="state" label={vetoText.state} rules={mustBeFilled}>
        <Radio.Group options={options} />
      </Form.Item>
      <DayField name="stateOn" label={vetoText.stateOn} />
      <TextField name="ground" label={entryText.ground} most={500} />
    </>
  );
}

export function VetoDialog({
  veto,
  schools,
  onClose,
}: {
  veto: VetoItem;
  schools: readonly SchoolName[];
  onClose: () => void;
}) {
  const { id: cid } = useCampaign();
  const today = useToday();
  const send = ({ occurredOn, stateOn, school, ...rest }: EventFields) =>
    recordVeto(cid, {
      ...rest,
      veto: veto.id,
      school: school ?? null,
      occurredOn: isoDay(occurredOn),
      stateOn: isoDay(stateOn),
    });
  return (
    <EntryDialog<EventFields>
      title={vetoText.addOf(veto.name)}
      initialValues={{ state: 'suspected', stateOn: today }}
      send={send}
      onClose={onClose}
    >
      <DayField name="occurredOn" label={vetoText.occurredOn} />
      <SchoolField
        schools={schools}
        label={vetoText.school}
        placeholder={vetoText.noSchool}
        required={false}
      />
      <TextField name="source" label={vetoText.source} most={200} />
      <TextField
        name="description"
        label={vetoText.description}
        hint={vetoText.descriptionHint}
        most={1000}
      />
      <StateParts />
    </EntryDialog>
  );
}

export function VetoStateDialog({ event, onClose }: { event: VetoEventRow; onClose: () => void }) {
  const { id: cid } = useCampaign();
  const today = useToday();
  return (
    <EntryDialog<StateFields>
      title={vetoText.changeOf(formatDateShort(event.occurredOn))}
      initialValues={{ stateOn: today }}
      send={({ stateOn, ...rest }) => changeVeto(cid, event.id, { ...rest, stateOn: isoDay(stateOn) })}
      onClose={onClose}
    >
      <StateParts not={event.state} />
    </EntryDialog>
  );
}
