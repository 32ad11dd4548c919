import { Form, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { judge, reviewJudgement } from '../../../api/county-inputs.js';
import type { JudgedTest, JudgementRow } from '../../../api/types.js';
import { useCampaign } from '../../../shell/session.js';
import { entryText, judgementText } from '../../../text/county-inputs.js';
import { EntryDialog } from './entry-dialog.js';
import { DayField, isoDay, mustBeFilled, TextField, useToday } from './entry-fields.js';

interface JudgeFields {
  outcome: JudgementRow['outcome'];
  judgedOn: Dayjs;
  ground: string;
  evidence?: string;
}

const outcomes = Object.entries(judgementText.outcomes).map(([value, label]) => ({ value, label }));

/** One evaluation point, or the test as a whole. */
export function JudgeDialog({
  test,
  point,
  onClose,
}: {
  test: JudgedTest;
  point: string | null;
  onClose: () => void;
}) {
  const { id: cid } = useCampaign();
  const today = useToday();
  const send = ({ outcome, judgedOn, ground, evidence }: JudgeFields) =>
    judge(cid, {
      indicator: test.indicator,
      test: test.test,
      point,
      outcome,
      judgedOn: isoDay(judgedOn),
      ground,
      evidence: evidence?.trim() || null,
    });
  return (
    <EntryDialog<JudgeFields>
      title={judgementText.judgeOf(point ?? `${test.indicator} ${test.testName}`)}
      initialValues={{ judgedOn: today }}
      send={send}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={judgementText.outcome} rules={mustBeFilled}>
        <Radio.Group options={outcomes} />
      </Form.Item>
      <DayField name="judgedOn" label={judgementText.judgedOn} />
      <TextField name="ground" label={entryText.ground} most={1000} />
      <TextField
        name="evidence"
        label={judgementText.evidence}
        hint={judgementText.evidenceHint}
        most={300}
        optional
      />
    </EntryDialog>
  );
}

export function ReturnDialog({ id, what, onClose }: { id: string; what: string; onClose: () => void }) {
  const { id: cid } = useCampaign();
  return (
    <EntryDialog<{ reason: string }>
      title={judgementText.sendBackOf(what)}
      initialValues={{}}
      send={({ reason }) => reviewJudgement(cid, id, { decision: 'returned', reason })}
      onClose={onClose}
    >
      <TextField name="reason" label={judgementText.reason} most={500} />
    </EntryDialog>
  );
}
