import { Button } from 'antd';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { problemText } from '../text/problems.js';

export function CrashPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <main className="shell-main">
      <section className="panel stack">
        <h1>{problemText.crashed}</h1>
        <p>{problemText.crashedAdvice}</p>
        <p className="muted">{error instanceof Error ? error.message : null}</p>
        <Button type="primary" onClick={() => window.location.reload()}>
          {problemText.reload}
        </Button>
      </section>
    </main>
  );
}

export function NotFoundPage() {
  return (
    <section className="panel stack">
      <h1>{problemText.notFound}</h1>
      <p>{problemText.notFoundAdvice}</p>
      <Link to="/">{problemText.backHome}</Link>
    </section>
  );
}
