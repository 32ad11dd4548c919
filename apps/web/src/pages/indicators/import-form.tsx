import { UploadOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Progress, Radio, Upload } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { previewImport } from '../../api/indicators.js';
import type { DataSetKind, ImportPreview } from '../../api/types.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { importText } from '../../text/imports.js';
import { dataSetKindText } from '../../text/indicators.js';

interface Fields {
  file: { name: string; originFileObj?: File }[];
  kind: DataSetKind;
  asOf: Dayjs;
}

const kinds = Object.keys(dataSetKindText) as DataSetKind[];

function Running({ percent }: { percent: number }) {
  return (
    <div role="status">
      {percent < 100 ? importText.reading(percent) : importText.checking}
      <Progress percent={percent} size="small" showInfo={false} aria-hidden />
    </div>
  );
}

function FileField() {
  return (
    <Form.Item
      name="file"
      label={importText.file}
      extra={importText.fileHint}
      valuePropName="fileList"
      getValueFromEvent={(event: { fileList: unknown[] }) => event.fileList}
      rules={[{ required: true, message: importText.fileNeeded }]}
    >
      <Upload accept=".xlsx,.csv" maxCount={1} beforeUpload={() => false}>
        <Button icon={<UploadOutlined />}>{importText.chooseFile}</Button>
      </Upload>
    </Form.Item>
  );
}

export function ImportForm({
  cid,
  onPreview,
}: {
  cid: string;
  onPreview: (preview: ImportPreview | null) => void;
}) {
  const [form] = Form.useForm<Fields>();
  const [percent, setPercent] = useState(0);
  const reading = useMutation({
    mutationFn: ({ file, kind, asOf }: Fields) => {
      const chosen = file[0]?.originFileObj;
      if (chosen === undefined) throw new Error('The form let an empty file pass');
      return previewImport(cid, { file: chosen, kind, asOf: asOf.format('YYYY-MM-DD') }, setPercent);
    },
    onMutate: () => {
      setPercent(0);
      onPreview(null);
    },
    onSuccess: onPreview,
    onError: (error) => showFieldErrors(form, error),
  });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className="import-form"
      initialValues={{ kind: 'annual' }}
      onFinish={(fields) => reading.mutate(fields)}
    >
      <FileField />
      <Form.Item name="kind" label={importText.kind} extra={importText.kindHint} rules={[{ required: true }]}>
        <Radio.Group options={kinds.map((value) => ({ value, label: dataSetKindText[value] }))} />
      </Form.Item>
      <Form.Item
        name="asOf"
        label={importText.asOf}
        extra={importText.asOfHint}
        rules={[{ required: true, message: importText.asOfNeeded }]}
      >
        <DatePicker />
      </Form.Item>
      <div className="import-send">
        <Button type="primary" htmlType="submit" loading={reading.isPending}>
          {importText.preview}
        </Button>
      </div>
      {(reading.isPending || reading.error !== null) && (
        <div className="import-outcome">
          {reading.isPending && <Running percent={percent} />}
          {reading.error !== null && <ProblemAlert error={reading.error} />}
        </div>
      )}
    </Form>
  );
}
