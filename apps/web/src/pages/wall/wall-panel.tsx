import type { ReactNode } from 'react';

/** One field of the wall: its name, what its figures rest on, and the figures. */
export function WallPanel({
  name,
  title,
  note,
  children,
}: {
  name: string;
  title: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={`wall-panel wall-${name}`}>
      <h2>
        {title}
        {note !== undefined && <small>{note}</small>}
      </h2>
      {children}
    </section>
  );
}
