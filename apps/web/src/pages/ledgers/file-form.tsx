import { UploadOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Upload } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { showFieldErrors } from '../../parts/form-problem.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { importText } from '../../text/imports.js';

interface Fields {
  file: { name: string; originFileObj?: File }[];
  asOf?: Dayjs | null;
}

export interface ChosenFile {
  file: File;
  asOf: string | null;
}

interface Props {
  fileLabel: string;
  fileHint?: string;
  /** null: the file has no day of its own. */
  asOf: { label: string; hint: string; required: boolean } | null;
  pending: boolean;
  error: unknown;
  running: ReactNode;
  onRead: (chosen: ChosenFile, onError: (error: unknown) => void) => void;
}

/** A file and the day it is of; what comes of reading it stands below. */
export function FileForm({ fileLabel, fileHint, asOf, pending, error, running, onRead }: Props) {
  const [form] = Form.useForm<Fields>();
  const send = ({ file, asOf: day }: Fields) => {
    const chosen = file[0]?.originFileObj;
    if (chosen === undefined) throw new Error('The form let an empty file pass');
    onRead({ file: chosen, asOf: day ? day.format('YYYY-MM-DD') : null }, (refusal) =>
      showFieldErrors(form, refusal),
    );
  };
  return (
    <Form<Fields> form={form} layout="vertical" className="import-form" onFinish={send}>
      <Form.Item
        name="file"
        label={fileLabel}
        extra={fileHint}
        valuePropName="fileList"
        getValueFromEvent={(event: { fileList: unknown[] }) => event.fileList}
        rules={[{ required: true, message: importText.fileNeeded }]}
      >
        <Upload accept=".xlsx,.csv" maxCount={1} beforeUpload={() => false}>
          <Button icon={<UploadOutlined />}>{importText.chooseFile}</Button>
        </Upload>
      </Form.Item>
      {asOf !== null && (
        <Form.Item
          name="asOf"
          label={asOf.label}
          extra={asOf.hint}
          rules={asOf.required ? [{ required: true, message: importText.asOfNeeded }] : []}
        >
          <DatePicker />
        </Form.Item>
      )}
      <div className="import-send">
        <Button type="primary" htmlType="submit" loading={pending}>
          {importText.preview}
        </Button>
      </div>
      {(pending || error !== null) && (
        <div className="import-outcome">
          {pending && running}
          {error !== null && <ProblemAlert error={error} />}
        </div>
      )}
    </Form>
  );
}

/** How many rows became what; refused ones stand out. */
export function RowCounts<Name extends string>({
  names,
  counts,
}: {
  names: Readonly<Record<Name, string>>;
  counts: NoInfer<Readonly<Record<Name, number>>>;
}) {
  return (
    <dl className="import-counts">
      {(Object.keys(names) as Name[]).map((name) => (
        <div key={name} className={name === 'rejected' && counts[name] > 0 ? 'import-bad' : undefined}>
          <dt>{names[name]}</dt>
          <dd>{importText.rows(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
