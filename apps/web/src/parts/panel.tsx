import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  extra?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}

export function Panel({ title, extra, id, className, children }: Props) {
  const heading = useId();
  return (
    <section className={`panel ${className ?? ''}`} aria-labelledby={heading} id={id}>
      <div className="panel-head">
        <h2 id={heading}>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  );
}
