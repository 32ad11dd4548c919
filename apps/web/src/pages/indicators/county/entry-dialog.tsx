import { useMutation } from '@tanstack/react-query';
import { App, Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import { showFieldErrors } from '../../../parts/form-problem.js';
import { ProblemAlert } from '../../../parts/problem-alert.js';
import { useCampaign, useRefreshCampaign } from '../../../shell/session.js';
import { appText } from '../../../text/app.js';
import { entryText } from '../../../text/county-inputs.js';

interface Props<T> {
  title: string;
  initialValues: Partial<T>;
  send: (values: T) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode | ((form: FormInstance<T>, error: unknown) => ReactNode);
  width?: number;
}

/** A form in a dialog: what was typed stays when the server refuses it, and the pages are fetched anew after. */
export function EntryDialog<T extends object>({
  title,
  initialValues,
  send,
  onClose,
  children,
  width,
}: Props<T>) {
  const [form] = Form.useForm<T>();
  const { id } = useCampaign();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const sending = useMutation({
    mutationFn: send,
    onSuccess: () => {
      void refresh(id);
      void message.success(entryText.saved);
      onClose();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  return (
    <Modal
      open
      title={title}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={sending.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      {...(width === undefined ? {} : { width })}
    >
      <Form<T>
        form={form}
        layout="vertical"
        // The form's own type asks for more than a partial of a generic can prove.
        initialValues={initialValues}
        onFinish={(values) => sending.mutate(values)}
      >
        {typeof children === 'function' ? children(form, sending.error) : children}
        {sending.error !== null && <ProblemAlert error={sending.error} />}
      </Form>
    </Modal>
  );
}
