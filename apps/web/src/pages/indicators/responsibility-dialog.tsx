import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, InputNumber, Modal, Select } from 'antd';
import { changeResponsibility } from '../../api/indicators.js';
import type { ResponsibilityRow } from '../../api/types.js';
import { useUnits } from '../../parts/campaign.queries.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { matchesLabel } from '../../parts/match-label.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { responsibilityText } from '../../text/responsibilities.js';
import { listOf } from '../../text/wording.js';

interface Fields {
  leadUnitIds: string[];
  supportUnitIds: string[];
  dueMonth: number | null;
  dueDay: number | null;
  note: string;
}

interface Props {
  cid: string;
  row: ResponsibilityRow;
  title: string;
  onClose: () => void;
}

const initialOf = (row: ResponsibilityRow): Fields => ({
  leadUnitIds: row.leadUnits.map(({ id }) => id),
  supportUnitIds: row.supportUnits.map(({ id }) => id),
  dueMonth: row.ownDue ? row.dueMonth : null,
  dueDay: row.ownDue ? row.dueDay : null,
  note: row.note,
});

function UnitSelect({
  cid,
  ...field
}: {
  cid: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}) {
  const units = useUnits(cid);
  return (
    <Select
      mode="multiple"
      showSearch={{ filterOption: matchesLabel }}
      loading={units.isPending}
      options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.shortName }))}
      {...field}
    />
  );
}

export function ResponsibilityDialog({ cid, row, title, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (fields: Fields) =>
      changeResponsibility(cid, row.indicator, {
        ...fields,
        note: fields.note.trim(),
        version: row.version,
      }),
    onSuccess: () => {
      void refresh(cid);
      void message.success(responsibilityText.saved);
      onClose();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const loadLatest = () => {
    save.reset();
    void refresh(cid);
  };
  return (
    <Modal
      open
      title={title}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<Fields> form={form} layout="vertical" initialValues={initialOf(row)} onFinish={save.mutate}>
        {row.unmatchedNames.length > 0 && (
          <Alert
            className="dialog-notice"
            type="info"
            showIcon
            title={responsibilityText.unmatched(listOf(row.unmatchedNames))}
          />
        )}
        <Form.Item
          name="leadUnitIds"
          label={responsibilityText.leadUnits}
          rules={[{ required: true, type: 'array', message: responsibilityText.leadRequired }]}
        >
          <UnitSelect cid={cid} />
        </Form.Item>
        <Form.Item name="supportUnitIds" label={responsibilityText.supportUnits}>
          <UnitSelect cid={cid} />
        </Form.Item>
        <div className="row due-fields">
          <Form.Item
            name="dueMonth"
            label={`${responsibilityText.due} ${responsibilityText.month}`}
            help={responsibilityText.dueHint}
          >
            <InputNumber min={1} max={12} />
          </Form.Item>
          <Form.Item name="dueDay" label={responsibilityText.day}>
            <InputNumber min={1} max={31} />
          </Form.Item>
        </div>
        <Form.Item name="note" label={responsibilityText.note}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {save.error !== null && <ProblemAlert error={save.error} onLoadLatest={loadLatest} />}
      </Form>
    </Modal>
  );
}
