import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { Link, useNavigate } from 'react-router';
import { sessionKey } from '../../api/query-client.js';
import { changePassword } from '../../api/session.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { Banners } from '../../shell/banners.js';
import { useSession } from '../../shell/session.js';
import { problemText } from '../../text/problems.js';
import { passwordText } from '../../text/sign-in.js';
import '../sign-in/sign-in.css';

interface PasswordForm {
  current: string;
  next: string;
  repeat: string;
}

const required = (label: string) => ({ required: true, message: passwordText.required(label) });

export function PasswordPage() {
  const session = useSession();
  const [form] = Form.useForm<PasswordForm>();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const change = useMutation({
    mutationFn: ({ current, next }: PasswordForm) => changePassword({ current, next }),
    onSuccess: (view) => {
      queryClient.setQueryData(sessionKey, view);
      void message.success(passwordText.done);
      void navigate('/', { replace: true });
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const first = session.mustChangePassword;
  return (
    <>
      <Banners exerciseDate={session.exerciseDate} demo={session.demo} />
      <main className="entry">
        <section className="panel entry-panel">
          <PageHead
            title={first ? passwordText.firstTitle : passwordText.title}
            {...(first ? { lead: passwordText.firstLead } : {})}
          />
          <Form<PasswordForm>
            form={form}
            layout="vertical"
            disabled={change.isPending}
            onFinish={(values) => change.mutate(values)}
          >
            <Form.Item name="current" label={passwordText.current} rules={[required(passwordText.current)]}>
              <Input.Password autoComplete="current-password" autoFocus />
            </Form.Item>
            <Form.Item
              name="next"
              label={passwordText.next}
              extra={passwordText.nextHelp}
              rules={[required(passwordText.next), { min: 10, message: passwordText.tooShort }]}
            >
              <Input.Password autoComplete="new-password" />
            </Form.Item>
            <Form.Item
              name="repeat"
              label={passwordText.repeat}
              dependencies={['next']}
              rules={[
                required(passwordText.repeat),
                ({ getFieldValue }) => ({
                  validator: (_, value) =>
                    value === undefined || value === getFieldValue('next')
                      ? Promise.resolve()
                      : Promise.reject(new Error(passwordText.repeatWrong)),
                }),
              ]}
            >
              <Input.Password autoComplete="new-password" />
            </Form.Item>
            {change.error !== null && <ProblemAlert error={change.error} />}
            <Button
              className="entry-submit"
              type="primary"
              htmlType="submit"
              block
              loading={change.isPending}
            >
              {passwordText.submit}
            </Button>
          </Form>
          {!first && (
            <p>
              <Link to="/">{problemText.backHome}</Link>
            </p>
          )}
        </section>
      </main>
    </>
  );
}
