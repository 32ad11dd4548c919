import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { sessionKey } from '../../api/query-client.js';
import { signIn } from '../../api/session.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { Banners } from '../../shell/banners.js';
import { sessionQuery, useInstance } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { signInText } from '../../text/sign-in.js';
import { DemoAccounts } from './demo-accounts.js';
import './sign-in.css';

interface Credentials {
  login: string;
  password: string;
}

/** Only addresses within this site are followed after signing in; a browser reads `//host` and `/\\host` as another site. */
function safeNext(next: string | null): string {
  const here = window.location.origin;
  if (next === null || !next.startsWith('/') || !URL.canParse(next, here)) return '/';
  const { origin, pathname, search } = new URL(next, here);
  return origin === here ? pathname + search : '/';
}

export function SignInPage() {
  const instance = useInstance();
  const session = useQuery(sessionQuery);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const next = safeNext(search.get('next'));
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (view) => {
      queryClient.removeQueries({ queryKey: ['campaign'] });
      queryClient.setQueryData(sessionKey, view);
      void navigate(view.mustChangePassword ? '/password' : next, { replace: true });
    },
  });
  if (instance.data?.needsSetup === true) return <Navigate replace to="/setup" />;
  if (session.data !== undefined && session.data !== null) return <Navigate replace to={next} />;
  return (
    <>
      <Banners exerciseDate={instance.data?.exerciseDate ?? null} demo={instance.data?.demo ?? false} />
      <main className="entry">
        <div className="entry-brand">
          <img src="/mark.svg" alt="" width={44} height={44} />
          <div>
            <div className="entry-product">{appText.product}</div>
            <div className="muted">{appText.tagline}</div>
          </div>
        </div>
        <div className="entry-columns">
          <section className="panel entry-panel">
            <PageHead title={signInText.title} />
            <Form<Credentials>
              layout="vertical"
              requiredMark={false}
              disabled={enter.isPending}
              onFinish={(values) => enter.mutate(values)}
            >
              <Form.Item
                name="login"
                label={signInText.login}
                rules={[{ required: true, message: signInText.loginRequired }]}
              >
                <Input autoComplete="username" autoFocus size="large" />
              </Form.Item>
              <Form.Item
                name="password"
                label={signInText.password}
                rules={[{ required: true, message: signInText.passwordRequired }]}
              >
                <Input.Password autoComplete="current-password" size="large" visibilityToggle={false} />
              </Form.Item>
              {enter.error !== null && <ProblemAlert error={enter.error} />}
              {instance.error !== null && (
                <ProblemAlert error={instance.error} onRetry={() => void instance.refetch()} />
              )}
              <Button
                className="entry-submit"
                type="primary"
                htmlType="submit"
                size="large"
                block
                loading={enter.isPending}
              >
                {signInText.submit}
              </Button>
            </Form>
            <p className="muted">{signInText.forgot}</p>
          </section>
          {instance.data?.demo === true && (
            <DemoAccounts
              accounts={instance.data.demoAccounts}
              busy={enter.isPending}
              onChoose={({ login, password }) => enter.mutate({ login, password })}
            />
          )}
        </div>
        <footer className="muted">
          {instance.data === undefined ? null : signInText.version(instance.data.version)}
        </footer>
      </main>
    </>
  );
}
