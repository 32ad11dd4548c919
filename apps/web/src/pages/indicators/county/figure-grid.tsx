import type { ClipboardEvent } from 'react';
import type { FigureIndicator, SchoolName } from '../../../api/types.js';
import { figuresText } from '../../../text/county-inputs.js';
import { pasteBlock } from './paste-block.js';

/** `code key` → what is typed. */
export type GridValues = Readonly<Record<string, string>>;
export const cellName = (school: string, key: string): string => `${school} ${key}`;

/** Schools × figures; a block copied from a spreadsheet goes in at the cell where it is pasted. */
export function FigureGrid({
  indicator,
  schools,
  value = {},
  onChange,
}: {
  indicator: FigureIndicator;
  schools: readonly SchoolName[];
  value?: GridValues;
  onChange?: (values: GridValues) => void;
}) {
  const keys = indicator.fields.map(({ key }) => key);
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const block = pasteBlock(event.clipboardData.getData('text/plain'));
    if (block === null) return;
    event.preventDefault();
    const pasted = block.flatMap((cells, down) =>
      cells.flatMap((cell, right) => {
        const [school, key] = [schools[row + down], keys[column + right]];
        return school === undefined || key === undefined || cell === ''
          ? []
          : [[cellName(school.code, key), cell] as const];
      }),
    );
    onChange?.({ ...value, ...Object.fromEntries(pasted) });
  };
  return (
    <div className="figure-grid">
      <table className="board-table">
        <thead>
          <tr>
            <th scope="col">{figuresText.school}</th>
            {indicator.fields.map(({ key, name, unit }) => (
              <th key={key} scope="col">
                {figuresText.withUnit(name, unit)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schools.map((school, row) => (
            <tr key={school.code}>
              <th scope="row">{school.name}</th>
              {indicator.fields.map(({ key, name }, column) => (
                <td key={key} data-label={name}>
                  <input
                    className="figure-cell"
                    inputMode="decimal"
                    maxLength={30}
                    aria-label={figuresText.gridLabel(school.name, name)}
                    value={value[cellName(school.code, key)] ?? ''}
                    onChange={(event) =>
                      onChange?.({ ...value, [cellName(school.code, key)]: event.target.value })
                    }
                    onPaste={(event) => paste(event, row, column)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
