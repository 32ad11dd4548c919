/** A message as structure: its plain text and its HTML are made from this, and so cannot say different things. */
export type MessageContent = readonly MessageSection[];

export type MessageSection =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
  /** The first cell names the row; all rows are as long as the columns. An empty cell is left out of the plain text. */
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** Applies a change to every word a reader sees, and not to the addresses behind links. */
export function mapWords(content: MessageContent, change: (text: string) => string): MessageContent {
  return content.map((section) => {
    if (section.kind === 'link') return { ...section, label: change(section.label) };
    if (section.kind !== 'table') return { ...section, text: change(section.text) };
    return {
      ...section,
      columns: section.columns.map(change),
      rows: section.rows.map((row) => row.map(change)),
    };
  });
}

/** A text without structure, a paragraph for each block between empty lines; lines stay lines. */
export function contentOfText(text: string): MessageContent {
  return text.split(/\n{2,}/).map((paragraph) => ({ kind: 'paragraph', text: paragraph }));
}
