import { useEffect, type ReactNode } from 'react';
import { appText } from '../text/app.js';

/** The page's heading and its main actions; also names the browser tab. */
export function PageHead({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = appText.title(title);
  }, [title]);
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <div className="muted">{lead}</div>}
      </div>
      {children !== undefined && <div className="row no-print">{children}</div>}
    </div>
  );
}
