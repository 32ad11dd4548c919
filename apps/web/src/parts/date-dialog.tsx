import { useMutation } from '@tanstack/react-query';
import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { showFieldErrors } from './form-problem.js';
import { ProblemAlert } from './problem-alert.js';
import { useRefreshCampaign } from '../shell/session.js';
import { appText } from '../text/app.js';
import { extensionText } from '../text/extensions.js';

export interface DialogField {
  name: string;
  label: string;
  kind: 'date' | 'text' | 'files';
  optional?: boolean;
  initial?: string;
  help?: string;
  options?: { value: string; label: string }[];
}

type Values = Record<string, Dayjs | string | string[] | undefined>;
export type Sent = Record<string, string | string[]>;

interface Props {
  cid: string;
  title: string;
  hint?: string;
  fields: readonly DialogField[];
  send: (values: Sent) => Promise<unknown>;
  onClose: () => void;
}

function input({ kind, options }: DialogField) {
  if (kind === 'date') return <DatePicker />;
  if (kind === 'files') return <Select mode="multiple" options={options ?? []} />;
  return <Input.TextArea rows={3} maxLength={2000} />;
}

function toSent(values: Values): Sent {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined || value === '') return [];
      return [[name, dayjs.isDayjs(value) ? value.format('YYYY-MM-DD') : value]];
    }),
  );
}

/** One small form of dates and words; a refusal keeps what was typed and stands beside its field. */
export function DateDialog({ cid, title, hint, fields, send, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (values: Values) => send(toSent(values)),
    onSuccess: () => {
      void refresh(cid);
      void message.success(extensionText.decided);
      onClose();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const initialValues = Object.fromEntries(
    fields.flatMap(({ name, kind, initial }) =>
      initial === undefined ? [] : [[name, kind === 'date' ? dayjs(initial) : initial]],
    ),
  );
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
      {hint !== undefined && <p className="muted dialog-hint">{hint}</p>}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={initialValues}
        onFinish={(values) => save.mutate(values)}
      >
        {fields.map((field) => (
          <Form.Item
            key={field.name}
            name={field.name}
            label={field.label}
            {...(field.help === undefined ? {} : { extra: field.help })}
            rules={[{ required: field.optional !== true, message: extensionText.required(field.label) }]}
          >
            {input(field)}
          </Form.Item>
        ))}
        {save.error !== null && <ProblemAlert error={save.error} onLoadLatest={() => void refresh(cid)} />}
      </Form>
    </Modal>
  );
}
