import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { previewCalendar, saveCalendar } from '../../api/calendar.js';
import type { CalendarNotice } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { calendarText } from '../../text/calendar.js';
import { ImportPreview } from './import-preview.js';
import { NoticeDays } from './notice-days.js';

interface NoticeForm {
  format: CalendarNotice['format'];
  year: number;
  notice?: string;
  publishedOn?: Dayjs | null;
  text?: string;
  off?: { name: string; range: [Dayjs, Dayjs] }[];
  work?: { name: string; date: Dayjs }[];
}

const day = (date: Dayjs): string => date.format('YYYY-MM-DD');

function toNotice(form: NoticeForm): CalendarNotice {
  const { format, text, notice, publishedOn } = form;
  if (format === 'yaml') return { format, text: text ?? '' };
  const head = { format, notice: notice ?? '', ...(publishedOn ? { publishedOn: day(publishedOn) } : {}) };
  if (format === 'holiday_cn') return { ...head, text: text ?? '' };
  return {
    ...head,
    year: form.year,
    off: (form.off ?? []).map(({ name, range }) => ({ name, from: day(range[0]), to: day(range[1]) })),
    work: (form.work ?? []).map(({ name, date }) => ({ name, date: day(date) })),
  };
}

function FileText() {
  const form = Form.useFormInstance<NoticeForm>();
  const read = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) form.setFieldValue('text', await file.text());
  };
  return (
    <>
      <Form.Item label={calendarText.chooseFile} htmlFor="calendar-file">
        <input
          id="calendar-file"
          type="file"
          accept=".yaml,.yml,.json"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={calendarText.text}
        rules={[{ required: true, message: calendarText.textRequired }]}
      >
        <Input.TextArea rows={6} />
      </Form.Item>
    </>
  );
}

function NoticeHead() {
  return (
    <div className="form-pair">
      <Form.Item
        name="notice"
        label={calendarText.noticeNumber}
        extra={calendarText.noticeHelp}
        rules={[{ required: true, whitespace: true, message: calendarText.noticeRequired }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="publishedOn" label={calendarText.publishedOn}>
        <DatePicker />
      </Form.Item>
    </div>
  );
}

/** A notice is typed in or read from a file, looked at with all it moves, and only then saved. */
export function ImportPanel({ year }: { year: number }) {
  const [form] = Form.useForm<NoticeForm>();
  const format = Form.useWatch('format', form) ?? 'typed';
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const preview = useMutation({ mutationFn: previewCalendar });
  const save = useMutation({
    mutationFn: saveCalendar,
    onSuccess: ({ moved, messages }) => {
      preview.reset();
      void message.success(calendarText.saved(moved, messages));
      void queryClient.invalidateQueries();
    },
  });
  const asked = preview.variables;
  return (
    <Panel title={calendarText.importTitle}>
      <p className="muted">{calendarText.importLead}</p>
      <Form<NoticeForm>
        form={form}
        layout="vertical"
        initialValues={{ format: 'typed', year }}
        onValuesChange={() => preview.reset()}
        onFinish={(values) => preview.mutate(toNotice(values))}
      >
        <Form.Item name="format" label={calendarText.format}>
          <Radio.Group
            options={Object.entries(calendarText.formats).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        {format !== 'yaml' && <NoticeHead />}
        {format === 'typed' ? (
          <>
            <Form.Item name="year" label={calendarText.year} rules={[{ required: true }]}>
              <InputNumber min={2000} max={2100} precision={0} />
            </Form.Item>
            <NoticeDays />
          </>
        ) : (
          <FileText />
        )}
        <Button type="primary" htmlType="submit" loading={preview.isPending}>
          {calendarText.preview}
        </Button>
      </Form>
      {preview.error !== null && <ProblemAlert error={preview.error} />}
      {save.error !== null && <ProblemAlert error={save.error} />}
      {preview.data !== undefined && asked !== undefined && (
        <ImportPreview
          preview={preview.data}
          saving={save.isPending}
          onConfirm={(fingerprint) => save.mutate({ ...asked, fingerprint })}
        />
      )}
    </Panel>
  );
}
