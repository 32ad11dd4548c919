import type { MessageContent, MessageSection } from './message-content.js';

/** The plain text of a message. */
export function renderText(content: MessageContent): string {
  return content
    .map(
      (section, index) =>
        (index > 0 && !staysClose(section, content[index - 1]) ? '\n' : '') + plain(section),
    )
    .join('\n');
}

/** A table stands right under its heading. */
function staysClose(section: MessageSection, before: MessageSection | undefined): boolean {
  return section.kind === 'table' && before?.kind === 'heading';
}

function plain(section: MessageSection): string {
  if (section.kind === 'link') return `${section.label}：${section.href}`;
  if (section.kind !== 'table') return section.text;
  return section.rows
    .flatMap((row, index) => {
      const named = row.map((cell, column) =>
        cell === '' ? '' : `${section.columns[column] ?? ''}：${cell}`,
      );
      const [second = '', ...others] = named.slice(1);
      const lines = [second, others.filter((text) => text !== '').join('；')].filter((text) => text !== '');
      return [`${index + 1}. ${row[0] ?? ''}`, ...lines.map((line) => `   ${line}`)];
    })
    .join('\n');
}
