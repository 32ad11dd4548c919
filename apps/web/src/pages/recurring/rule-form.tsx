import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, type FormInstance, Input, InputNumber, Radio, Select } from 'antd';
import { fetchResponsibilities } from '../../api/indicators.js';
import { changeRule, createRules, previewRule } from '../../api/recurring.js';
import type { RecurringRuleInput, RecurringRuleRow } from '../../api/types.js';
import { useUnits } from '../../parts/campaign.queries.js';
import { matchesLabel } from '../../parts/match-label.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { campaignKey, useSession } from '../../shell/session.js';
import { dueRuleText } from '../../text/due-rule.js';
import { recurringText } from '../../text/recurring.js';
import { evidenceKindText } from '../../text/states.js';
import { RulePreview } from './rule-preview.js';

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const needed = [{ required: true, message: recurringText.required }];

const freshRule = (today: string): RecurringRuleInput => ({
  ...{ title: '', description: '', audience: 'units', unitIds: [], createAheadDays: 7, missed: 'all' },
  recurrence: {
    ...{ frequency: 'month', interval: 1, monthOffset: 0, on: { kind: 'day', day: 25 }, roll: 'forward' },
    firstPeriod: today.slice(0, 7),
  },
  ...{ requiredEvidence: [], priority: 'normal' },
});

function DayFields({ form }: { form: FormInstance<RecurringRuleInput> }) {
  const kind = Form.useWatch(['recurrence', 'on', 'kind'], form) ?? 'day';
  return (
    <div className="form-pair">
      <Form.Item name={['recurrence', 'on', 'kind']} label={recurringText.dayKind}>
        <Select options={options(recurringText.dayKinds)} />
      </Form.Item>
      {kind === 'day' && (
        <Form.Item name={['recurrence', 'on', 'day']} label={recurringText.day} rules={needed}>
          <InputNumber min={1} max={31} precision={0} />
        </Form.Item>
      )}
      {kind === 'nth_weekday' && (
        <>
          <Form.Item name={['recurrence', 'on', 'nth']} label={recurringText.nth} rules={needed}>
            <Select
              options={Object.entries(recurringText.nths).map(([nth, label]) => ({
                value: Number(nth),
                label,
              }))}
            />
          </Form.Item>
          <Form.Item name={['recurrence', 'on', 'weekday']} label={recurringText.weekday} rules={needed}>
            <Select
              options={recurringText.weekdays.slice(1).map((label, day) => ({ value: day + 1, label }))}
            />
          </Form.Item>
        </>
      )}
    </div>
  );
}

function WhenFields({ form }: { form: FormInstance<RecurringRuleInput> }) {
  return (
    <>
      <div className="form-pair">
        <Form.Item name={['recurrence', 'frequency']} label={recurringText.frequency}>
          <Select options={options(recurringText.frequencies)} />
        </Form.Item>
        <Form.Item name={['recurrence', 'interval']} label={recurringText.interval} rules={needed}>
          <InputNumber min={1} max={24} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        name={['recurrence', 'monthOffset']}
        label={recurringText.month}
        extra={recurringText.monthHelp}
        rules={needed}
      >
        <InputNumber min={0} max={24} precision={0} />
      </Form.Item>
      <DayFields form={form} />
      <Form.Item name={['recurrence', 'roll']} label={recurringText.roll}>
        <Select options={options(dueRuleText.rolls)} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item
          name={['recurrence', 'firstPeriod']}
          label={recurringText.firstPeriod}
          extra={recurringText.periodHelp}
          rules={needed}
        >
          <Input />
        </Form.Item>
        <Form.Item name={['recurrence', 'lastPeriod']} label={recurringText.lastPeriod}>
          <Input allowClear />
        </Form.Item>
      </div>
    </>
  );
}

/** With the indicator come the units that lead it now; they stand until the county names others. */
function IndicatorField({ cid, form }: { cid: string; form: FormInstance<RecurringRuleInput> }) {
  const responsible = useQuery({
    queryKey: campaignKey(cid, 'responsibilities'),
    queryFn: () => fetchResponsibilities(cid),
  });
  const rows = responsible.data?.items ?? [];
  const choose = (indicator: string) => {
    const leads = rows.find((row) => row.indicator === indicator)?.leadUnits ?? [];
    form.setFieldValue(
      'unitIds',
      leads.map((unit) => unit.id),
    );
  };
  return (
    <Form.Item name="indicatorId" label={recurringText.indicator} rules={needed}>
      <Select
        showSearch={{ filterOption: matchesLabel }}
        loading={responsible.isPending}
        options={rows.map((row) => ({ value: row.indicator, label: `${row.indicator} ${row.name}` }))}
        onChange={choose}
      />
    </Form.Item>
  );
}

function UnitFields({ cid, form }: { cid: string; form: FormInstance<RecurringRuleInput> }) {
  const units = useUnits(cid);
  const audience = Form.useWatch('audience', form) ?? 'units';
  return (
    <>
      <Form.Item name="audience" label={recurringText.audience} extra={recurringText.audienceHelp}>
        <Radio.Group options={options(recurringText.audiences)} />
      </Form.Item>
      {audience === 'indicator_leads' && <IndicatorField cid={cid} form={form} />}
      <Form.Item
        name="unitIds"
        label={audience === 'units' ? recurringText.units : recurringText.fallbackUnits}
        hidden={audience !== 'units' && audience !== 'indicator_leads'}
      >
        <Select
          mode="multiple"
          showSearch={{ filterOption: matchesLabel }}
          options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
    </>
  );
}

function WorkFields() {
  return (
    <>
      <div className="form-pair">
        <Form.Item name="createAheadDays" label={recurringText.createAhead} rules={needed}>
          <InputNumber min={0} max={366} precision={0} />
        </Form.Item>
        <Form.Item name="missed" label={recurringText.missed}>
          <Select options={options(recurringText.missedPolicies)} />
        </Form.Item>
      </div>
      <Form.Item name="requiredEvidence" label={recurringText.evidence}>
        <Select mode="multiple" options={options(evidenceKindText)} />
      </Form.Item>
      <Form.Item name="description" label={recurringText.description}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </>
  );
}

interface Props {
  cid: string;
  rule: RecurringRuleRow | undefined;
  onDone: () => void;
}

/** A rule is previewed first: its dates, what is made at once, and for a change what stays and what differs. */
export function RuleForm({ cid, rule, onDone }: Props) {
  const session = useSession();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<RecurringRuleInput>();
  const preview = useMutation({
    mutationFn: (asked: RecurringRuleInput) =>
      previewRule(cid, { rule: asked, ...(rule === undefined ? {} : { ruleId: rule.id }) }),
  });
  const save = useMutation<unknown, Error, RecurringRuleInput>({
    mutationFn: (asked) =>
      rule === undefined
        ? createRules(cid, [asked])
        : changeRule(cid, rule.id, { version: rule.version, rule: asked }),
    onSuccess: () => {
      void message.success(recurringText.saved);
      void queryClient.invalidateQueries();
      onDone();
    },
  });
  const base = rule?.rule ?? freshRule(session.today);
  const asked = preview.variables;
  return (
    <Form<RecurringRuleInput>
      form={form}
      layout="vertical"
      initialValues={base}
      onValuesChange={() => preview.reset()}
      onFinish={(values) =>
        preview.mutate({
          ...base,
          ...values,
          recurrence: { ...values.recurrence, lastPeriod: values.recurrence.lastPeriod || null },
        })
      }
    >
      <Form.Item name="title" label={recurringText.name} rules={needed}>
        <Input maxLength={150} />
      </Form.Item>
      <WhenFields form={form} />
      <UnitFields cid={cid} form={form} />
      <WorkFields />
      <Button htmlType="submit" loading={preview.isPending}>
        {recurringText.preview}
      </Button>
      {preview.error !== null && <ProblemAlert error={preview.error} />}
      {save.error !== null && <ProblemAlert error={save.error} />}
      {preview.data !== undefined && asked !== undefined && (
        <RulePreview preview={preview.data} saving={save.isPending} onSave={() => save.mutate(asked)} />
      )}
    </Form>
  );
}
