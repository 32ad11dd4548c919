const linePoints = 13;
const paddingPoints = 6;
const fullWidth = /[\u1100-\u115f\u2e80-\uffdc]/;

/**
 * How high a row must be to show all its wrapped text: spreadsheet programs keep a height that was written, and do not
 * work one out for files they did not make.
 * @param texts the cells of the row
 * @param widths of their columns, in half-width characters; a Chinese character takes two
 * @returns points
 * @example rowHeight(['市自然资源和规划局'], [13]) // 32: two lines
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => linesOf(text, widths[index] ?? 1));
  return Math.max(1, ...lines) * linePoints + paddingPoints;
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / (width - 1))), 0);
}

function lengthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (fullWidth.test(character) ? 2 : 1), 0);
}
