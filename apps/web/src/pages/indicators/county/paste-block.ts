/**
 * Rows of cells copied from a spreadsheet; null for a single value, which is pasted as usual.
 * @example pasteBlock('1\t2\r\n3\t4\r\n') // [['1', '2'], ['3', '4']]
 */
export function pasteBlock(text: string): string[][] | null {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (lines.length < 2 && !text.includes('\t')) return null;
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}
