import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { Navigate, useNavigate } from 'react-router';
import { instanceKey, sessionKey } from '../../api/query-client.js';
import { setUp } from '../../api/session.js';
import type { InstanceView, SetupRequest } from '../../api/types.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { useInstance } from '../../shell/session.js';
import { setupText } from '../../text/sign-in.js';
import '../sign-in/sign-in.css';
import { withDetail } from '../../text/wording.js';

interface SetupForm {
  code: string;
  login: string;
  name: string;
  password: string;
  repeat: string;
  packId: NonNullable<SetupRequest['packId']> | '';
  campaignName?: string;
}

const required = (label: string) => ({ required: true, message: setupText.required(label) });

function PasswordFields() {
  return (
    <>
      <Form.Item
        name="password"
        label={setupText.password}
        extra={setupText.passwordHelp}
        rules={[required(setupText.password)]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={setupText.repeat}
        dependencies={['password']}
        rules={[
          required(setupText.repeat),
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === undefined || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(setupText.repeatWrong)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

function SetupForm({ instance }: { instance: InstanceView }) {
  const [form] = Form.useForm<SetupForm>();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const finish = useMutation({
    mutationFn: ({ repeat: _, packId, ...rest }: SetupForm) =>
      setUp({ ...rest, packId: packId === '' ? null : packId }),
    onSuccess: async (session) => {
      queryClient.setQueryData(sessionKey, session);
      await queryClient.invalidateQueries({ queryKey: instanceKey });
      void navigate('/', { replace: true });
    },
    onError: (error) => showFieldErrors(form, error),
  });
  return (
    <Form<SetupForm>
      form={form}
      layout="vertical"
      initialValues={{ packId: instance.packs[0]?.id ?? '' }}
      disabled={finish.isPending}
      onFinish={(values) => finish.mutate(values)}
    >
      <Form.Item
        name="code"
        label={setupText.code}
        extra={setupText.codeHelp}
        rules={[required(setupText.code)]}
      >
        <Input autoComplete="one-time-code" autoFocus />
      </Form.Item>
      <Form.Item name="login" label={setupText.login} rules={[required(setupText.login)]}>
        <Input autoComplete="username" />
      </Form.Item>
      <Form.Item name="name" label={setupText.name} rules={[required(setupText.name)]}>
        <Input autoComplete="name" />
      </Form.Item>
      <PasswordFields />
      <Form.Item name="packId" label={setupText.pack}>
        <Radio.Group
          vertical
          options={[
            ...instance.packs.map((pack) => ({ value: pack.id, label: withDetail(pack.name, pack.place) })),
            { value: '', label: setupText.packNone },
          ]}
        />
      </Form.Item>
      <Form.Item name="campaignName" label={setupText.campaignName} extra={setupText.campaignNameHelp}>
        <Input />
      </Form.Item>
      {finish.error !== null && <ProblemAlert error={finish.error} />}
      <Button className="entry-submit" type="primary" htmlType="submit" block loading={finish.isPending}>
        {setupText.submit}
      </Button>
    </Form>
  );
}

export function SetupPage() {
  const instance = useInstance();
  if (instance.data?.needsSetup === false) return <Navigate replace to="/sign-in" />;
  return (
    <main className="entry">
      <section className="panel entry-panel entry-wide">
        <PageHead title={setupText.title} lead={setupText.lead} />
        <QueryView query={instance}>{(data) => <SetupForm instance={data} />}</QueryView>
      </section>
    </main>
  );
}
