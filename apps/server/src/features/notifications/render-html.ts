import type { MessageContent, MessageSection } from './message-content.js';

// Mail programs drop style sheets and block what lies elsewhere, so every style is inline and nothing is fetched.
const page =
  "font-family:'Microsoft YaHei','PingFang SC',sans-serif;font-size:14px;line-height:1.7;color:#1f2328";
const cell = 'border:1px solid #c9ced6;padding:6px 10px;text-align:left;vertical-align:top';
const head = `${cell};background:#f2f4f7`;

/** The HTML of a message, from the same structure as its plain text. */
export function renderHtml(content: MessageContent): string {
  const body = content.map(html).join('\n');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"></head><body style="${page}">
${body}
</body></html>`;
}

function html(section: MessageSection): string {
  if (section.kind === 'heading')
    return `<h3 style="font-size:15px;margin:16px 0 6px">${escape(section.text)}</h3>`;
  if (section.kind === 'link')
    return `<p style="margin:12px 0">${escape(section.label)}：<a href="${escape(section.href)}">${escape(section.href)}</a></p>`;
  if (section.kind === 'paragraph')
    return `<p style="margin:8px 0">${escape(section.text).replaceAll('\n', '<br>')}</p>`;
  const titles = section.columns.map((title) => `<th style="${head}">${escape(title)}</th>`).join('');
  const rows = section.rows.map(
    (row) => `<tr>${row.map((text) => `<td style="${cell}">${escape(text)}</td>`).join('')}</tr>`,
  );
  return `<table style="border-collapse:collapse;margin:6px 0"><thead><tr>${titles}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
