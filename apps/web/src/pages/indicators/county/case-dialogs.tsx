import { Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { registerCase } from '../../../api/county-inputs.js';
import type { CaseUseRow, SchoolName, SpecialCaseItem } from '../../../api/types.js';
import { useCampaign } from '../../../shell/session.js';
import { caseText, entryText, figuresText } from '../../../text/county-inputs.js';
import { EntryDialog } from './entry-dialog.js';
import { DayField, isoDay, mustBeFilled, SchoolField, TextField, useToday } from './entry-fields.js';

interface EndFields {
  since: Dayjs;
  ground: string;
}
interface CaseFields extends EndFields {
  school: string;
  values?: Record<string, string>;
}

export function CaseDialog({
  item,
  schools,
  onClose,
}: {
  item: SpecialCaseItem;
  schools: readonly SchoolName[];
  onClose: () => void;
}) {
  const { id: cid } = useCampaign();
  const today = useToday();
  const send = ({ school, since, ground, values = {} }: CaseFields) =>
    registerCase(cid, {
      case: item.id,
      school,
      applies: true,
      values: Object.entries(values).map(([key, value]) => ({ key, value })),
      ground,
      since: isoDay(since),
    });
  return (
    <EntryDialog<CaseFields>
      title={caseText.registerOf(item.name)}
      initialValues={{ since: today }}
      send={send}
      onClose={onClose}
    >
      <p className="muted">{item.condition}</p>
      <SchoolField schools={schools} label={caseText.school} required />
      {item.fields.map(({ key, name, unit }) => (
        <Form.Item
          key={key}
          name={['values', key]}
          label={figuresText.withUnit(name, unit)}
          rules={mustBeFilled}
        >
          <Input inputMode="decimal" maxLength={20} />
        </Form.Item>
      ))}
      <DayField name="since" label={caseText.since} />
      <TextField name="ground" label={entryText.ground} most={500} />
    </EntryDialog>
  );
}

export function EndCaseDialog({
  item,
  use,
  onClose,
}: {
  item: SpecialCaseItem;
  use: CaseUseRow;
  onClose: () => void;
}) {
  const { id: cid } = useCampaign();
  const today = useToday();
  return (
    <EntryDialog<EndFields>
      title={caseText.endOf(use.schoolName ?? use.school)}
      initialValues={{ since: today }}
      send={({ since, ground }) =>
        registerCase(cid, { case: item.id, school: use.school, applies: false, ground, since: isoDay(since) })
      }
      onClose={onClose}
    >
      <DayField name="since" label={caseText.since} />
      <TextField name="ground" label={entryText.ground} most={500} />
    </EntryDialog>
  );
}
