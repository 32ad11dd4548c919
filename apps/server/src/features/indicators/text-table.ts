// East Asian wide characters take two columns of a terminal; ≥, ㎡ and the like are taken for one.
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** @returns how many columns of a terminal the text takes */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/**
 * Lines of a table for a terminal, columns aligned with two spaces between them.
 * @param aligns 'right' for numbers, by column
 * @example textTable(['学校', '人数'], [['示例小学', '45']], ['left', 'right'])
 */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  aligns: readonly ('left' | 'right')[] = [],
): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(textWidth(heading), ...rows.map((row) => textWidth(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - textWidth(cell)));
        return aligns[column] === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [line(headings), ...rows.map(line)];
}
