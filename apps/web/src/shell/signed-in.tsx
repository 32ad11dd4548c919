import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Loading } from '../parts/loading.js';
import { ProblemAlert } from '../parts/problem-alert.js';
import { SessionContext, sessionQuery } from './session.js';

/** Lets the signed-in through; others sign in and come back to the very address they asked for. */
export function SignedIn() {
  const session = useQuery(sessionQuery);
  const location = useLocation();
  if (session.error !== null) {
    return (
      <main className="shell-main">
        <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (session.data === undefined) return <Loading />;
  if (session.data === null) {
    const next = location.pathname + location.search;
    return (
      <Navigate
        replace
        to={next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next }).toString()}`}
      />
    );
  }
  if (session.data.mustChangePassword && location.pathname !== '/password')
    return <Navigate replace to="/password" />;
  return (
    <SessionContext value={session.data}>
      <Outlet />
    </SessionContext>
  );
}
