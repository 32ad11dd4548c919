import { projectsText } from '../../text/projects.js';

const figures = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

/** `1234.5` → `1,234.5`; money stays exact, it only gets its commas. */
export const figureText = (value: number | string): string => figures.format(Number(value));

/** A figure, or that it is not known: nothing here is ever shown as 0 because nobody entered it. */
export function Figure({ value }: { value: number | string | null | undefined }) {
  if (value === null || value === undefined)
    return <span className="project-unknown">{projectsText.unknown}</span>;
  return <span className="project-figure">{figureText(value)}</span>;
}

/** With its sign, so that more and less are read at a glance. */
export function DifferenceFigure({ value }: { value: number | string | null }) {
  if (value === null) return <span className="muted">{projectsText.incomparable}</span>;
  const size = Number(value);
  return (
    <span className={size === 0 ? 'project-figure' : 'project-figure project-differs'}>
      {size > 0 ? `+${figureText(value)}` : figureText(value)}
    </span>
  );
}
