import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, type FormInstance, Radio } from 'antd';
import { previewLocalDays, saveLocalDays } from '../../api/calendar.js';
import type { CalendarLevel, LocalCalendarNotice, LocalCalendarView } from '../../api/calendar-types.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { calendarText } from '../../text/calendar.js';
import { localCalendarText as text } from '../../text/local-calendar.js';
import { fieldsOf } from './local-days.js';
import { LocalPreview } from './local-preview.js';
import { type NoticeFields, NoticeFieldset, toNotice } from './notice-form.js';

export interface LocalFields extends NoticeFields {
  level: CalendarLevel;
}

const toLocal = (fields: LocalFields): LocalCalendarNotice => ({
  ...toNotice(fields),
  level: fields.level,
});

/** What was entered for the chosen level and year before: the new set takes its place as a whole. */
function Standing({ form, sets }: { form: FormInstance<LocalFields>; sets: readonly LocalCalendarView[] }) {
  const level = Form.useWatch('level', form);
  const year = Form.useWatch('year', form);
  const set = sets.find((one) => one.level === level && one.year === year && one.days.length > 0);
  if (set === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="notice-standing"
      title={text.replaces(set.level, set.year, set.days.length)}
      action={
        <Button size="small" onClick={() => form.setFieldsValue(fieldsOf(set))}>
          {text.takeOver}
        </Button>
      }
    />
  );
}

interface Props {
  campaignId: string;
  year: number;
  sets: readonly LocalCalendarView[];
  form: FormInstance<LocalFields>;
}

/** A level's days for a year are typed in or read from a file, looked at with all they move, and only then saved. */
export function LocalPanel({ campaignId, year, sets, form }: Props) {
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const preview = useMutation({
    mutationFn: (body: LocalCalendarNotice) => previewLocalDays(campaignId, body),
  });
  const save = useMutation({
    mutationFn: (body: LocalCalendarNotice & { fingerprint: string }) => saveLocalDays(campaignId, body),
    onSuccess: ({ moved, messages }) => {
      preview.reset();
      form.resetFields();
      void message.success(text.saved(moved, messages));
      void queryClient.invalidateQueries();
    },
  });
  const asked = preview.variables;
  return (
    <Panel title={text.enterTitle} id="enter-local">
      <p className="muted">{text.enterLead}</p>
      <Form<LocalFields>
        form={form}
        name="local"
        layout="vertical"
        initialValues={{ format: 'typed', level: 'county', year }}
        onValuesChange={() => preview.reset()}
        onFinish={(fields) => preview.mutate(toLocal(fields))}
      >
        <Form.Item name="level" label={text.level}>
          <Radio.Group options={Object.entries(text.levels).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Standing form={form} sets={sets} />
        <NoticeFieldset help={text.noticeHelp} local />
        <p className="muted">{text.emptyMeans}</p>
        <Button type="primary" htmlType="submit" loading={preview.isPending}>
          {calendarText.preview}
        </Button>
      </Form>
      {preview.error !== null && <ProblemAlert error={preview.error} />}
      {save.error !== null && <ProblemAlert error={save.error} />}
      {preview.data !== undefined && asked !== undefined && (
        <LocalPreview
          preview={preview.data}
          saving={save.isPending}
          onConfirm={(fingerprint) => save.mutate({ ...asked, fingerprint })}
        />
      )}
    </Panel>
  );
}
