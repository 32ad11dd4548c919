import { DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId } from 'react';
import type { CalendarNotice } from '../../api/calendar-types.js';
import { calendarText } from '../../text/calendar.js';
import { NoticeDays } from './notice-days.js';

/** A notice as it is typed in; the entries of a local one may name a notice of their own. */
export interface NoticeFields {
  format: CalendarNotice['format'];
  year: number;
  notice?: string;
  publishedOn?: Dayjs | null;
  text?: string;
  off?: { name: string; range: [Dayjs, Dayjs]; notice?: string }[];
  work?: { name: string; date: Dayjs; notice?: string }[];
}

const day = (date: Dayjs): string => date.format('YYYY-MM-DD');
const named = (notice: string | undefined) => (notice?.trim() ? { notice: notice.trim() } : {});

export function toNotice(form: NoticeFields): CalendarNotice {
  const { format, text, notice, publishedOn } = form;
  if (format === 'yaml') return { format, text: text ?? '' };
  const head = { format, notice: notice ?? '', ...(publishedOn ? { publishedOn: day(publishedOn) } : {}) };
  if (format === 'holiday_cn') return { ...head, text: text ?? '' };
  return {
    ...head,
    year: form.year,
    off: (form.off ?? []).map(({ name, range, notice: own }) => ({
      ...{ name, from: day(range[0]), to: day(range[1]) },
      ...named(own),
    })),
    work: (form.work ?? []).map(({ name, date, notice: own }) => ({ name, date: day(date), ...named(own) })),
  };
}

function FileText() {
  const form = Form.useFormInstance<NoticeFields>();
  const id = useId();
  const read = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) form.setFieldValue('text', await file.text());
  };
  return (
    <>
      <Form.Item label={calendarText.chooseFile} htmlFor={id}>
        <input
          id={id}
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

function NoticeHead({ help }: { help: string }) {
  return (
    <div className="form-pair">
      <Form.Item
        name="notice"
        label={calendarText.noticeNumber}
        extra={help}
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

/** The fields of a notice in the form that is chosen in them. */
export function NoticeFieldset({ help, local = false }: { help: string; local?: boolean }) {
  const format = Form.useWatch<NoticeFields['format'] | undefined>('format') ?? 'typed';
  return (
    <>
      <Form.Item name="format" label={calendarText.format}>
        <Radio.Group
          options={Object.entries(calendarText.formats).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      {format !== 'yaml' && <NoticeHead help={help} />}
      {format === 'typed' ? (
        <>
          <Form.Item name="year" label={calendarText.year} rules={[{ required: true }]}>
            <InputNumber min={2000} max={2100} precision={0} />
          </Form.Item>
          <NoticeDays local={local} />
        </>
      ) : (
        <FileText />
      )}
    </>
  );
}
