import { useMutation } from '@tanstack/react-query';
import { App, DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { planEntry } from '../../api/ledgers.js';
import type { LedgerEntryView } from '../../api/types.js';
import { useProjects, useUnits } from '../../parts/campaign.queries.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { matchesLabel } from '../../parts/match-label.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { entryText, ledgersText, offerText } from '../../text/ledgers.js';
import { plan as planText } from '../../text/plan.js';
import { type FieldValues, fromFields, OwnFields, toFields } from './own-fields.js';

interface Values {
  measure?: string;
  measureNote?: string;
  cause?: string;
  unitId?: string;
  townshipId?: string;
  projectId?: string;
  dueOn?: Dayjs | null;
  targetYear?: number | null;
  note?: string;
  fields: FieldValues;
}

interface Props {
  cid: string;
  entry: LedgerEntryView;
  onClose: () => void;
}

function valuesOf(entry: LedgerEntryView): Values {
  const given = {
    measure: entry.measure,
    measureNote: entry.measureNote,
    cause: entry.cause,
    unitId: entry.unit?.id,
    townshipId: entry.township?.id,
    projectId: entry.project?.id,
    targetYear: entry.targetYear,
  };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)),
    dueOn: entry.dueOn === null ? null : dayjs(entry.dueOn),
    fields: fromFields(entry.kindView.columns, entry.fields),
  };
}

function Responsibility({ cid }: { cid: string }) {
  const units = useUnits(cid);
  const options = (township: boolean) =>
    (units.data?.items ?? [])
      .filter((unit) => !township || unit.kind === 'township')
      .map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <>
      <Form.Item name="unitId" label={ledgersText.unit}>
        <Select allowClear showSearch={{ filterOption: matchesLabel }} options={options(false)} />
      </Form.Item>
      <Form.Item name="townshipId" label={ledgersText.township}>
        <Select allowClear showSearch={{ filterOption: matchesLabel }} options={options(true)} />
      </Form.Item>
    </>
  );
}

function ProjectField({ cid }: { cid: string }) {
  const projects = useProjects(cid);
  return (
    <Form.Item name="projectId" label={entryText.project}>
      <Select
        allowClear
        showSearch={{ filterOption: matchesLabel }}
        options={(projects.data?.projects ?? []).map(({ id, school, year }) => ({
          value: id,
          label: `${planText.yearName(year)}${school}`,
        }))}
      />
    </Form.Item>
  );
}

function usePlanning({ cid, entry, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const planning = useMutation({
    mutationFn: ({ dueOn, fields, note, unitId, townshipId, ...values }: Values) =>
      planEntry(cid, entry.id, {
        version: entry.version,
        measure: values.measure ?? null,
        measureNote: values.measureNote ?? null,
        cause: values.cause ?? null,
        projectId: values.projectId ?? null,
        targetYear: values.targetYear ?? null,
        dueOn: dueOn ? dueOn.format('YYYY-MM-DD') : null,
        ...(entry.maySetResponsibility ? { unitId: unitId ?? null, townshipId: townshipId ?? null } : {}),
        fields: toFields(entry.kindView.columns, fields),
        ...(note?.trim() ? { note: note.trim() } : {}),
      }),
    onSuccess: async () => {
      void message.success(entryText.done);
      await refresh(cid);
      onClose();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  return { form, planning, loadLatest: () => void refresh(cid) };
}

/** What is to be done, by whom and by when, and the figures of a counting ledger. */
export function PlanDialog(props: Props) {
  const { cid, entry, onClose } = props;
  const { form, planning, loadLatest } = usePlanning(props);
  const { columns, measures } = entry.kindView;
  return (
    <Modal
      open
      title={offerText.plan}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={planning.isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <p className="muted">{entryText.planHint}</p>
        {planning.error !== null && <ProblemAlert error={planning.error} onLoadLatest={loadLatest} />}
        <Form<Values>
          form={form}
          layout="vertical"
          className="ledger-form"
          initialValues={valuesOf(entry)}
          onFinish={(values) => planning.mutate(values)}
        >
          <OwnFields columns={columns} asked={false} />
          <Form.Item name="measure" label={ledgersText.measure} extra={entryText.free}>
            <Input maxLength={100} list="ledger-measures" />
          </Form.Item>
          <datalist id="ledger-measures">
            {measures.map((measure) => (
              <option key={measure} value={measure} />
            ))}
          </datalist>
          <Form.Item name="measureNote" label={entryText.measureNote}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="cause" label={entryText.cause}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="dueOn" label={ledgersText.due}>
            <DatePicker />
          </Form.Item>
          <Form.Item name="targetYear" label={entryText.targetYear}>
            <InputNumber min={2000} max={2100} precision={0} />
          </Form.Item>
          <ProjectField cid={cid} />
          {entry.maySetResponsibility && <Responsibility cid={cid} />}
          <Form.Item name="note" label={entryText.planNote} extra={entryText.privacy}>
            <Input maxLength={500} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
