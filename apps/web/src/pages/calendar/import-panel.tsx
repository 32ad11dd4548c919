import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { previewCalendar, saveCalendar } from '../../api/calendar.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { calendarText } from '../../text/calendar.js';
import { ImportPreview } from './import-preview.js';
import { type NoticeFields, NoticeFieldset, toNotice } from './notice-form.js';

/** A notice is typed in or read from a file, looked at with all it moves, and only then saved. */
export function ImportPanel({ year }: { year: number }) {
  const [form] = Form.useForm<NoticeFields>();
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
      <Form<NoticeFields>
        form={form}
        name="national"
        layout="vertical"
        initialValues={{ format: 'typed', year }}
        onValuesChange={() => preview.reset()}
        onFinish={(values) => preview.mutate(toNotice(values))}
      >
        <NoticeFieldset help={calendarText.noticeHelp} />
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
