import type { ReactNode } from 'react';
import './parts.css';

/** An empty list says so, and what to do next. */
export function Nothing({ text, next }: { text: string; next?: ReactNode }) {
  return (
    <div className="nothing">
      <div>{text}</div>
      {next !== undefined && <div className="muted">{next}</div>}
    </div>
  );
}
