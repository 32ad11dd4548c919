/** A cell that is text whatever it begins with. */
export interface TextCell {
  readonly value: string;
  readonly type: StringConstructor;
}

// XML 1.0 knows no other control characters than tab and the line ends.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Text for a spreadsheet cell: typed as a string, so `=1+1` is shown and not computed (T38), and without the control
 * characters that would make the file unreadable.
 * @example textCell('=HYPERLINK("x")') // { value: '=HYPERLINK("x")', type: String }
 */
export function textCell(text: string): TextCell {
  return { value: text.replace(unprintable, ''), type: String };
}
