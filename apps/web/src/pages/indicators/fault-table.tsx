import type { CellFault } from '../../api/types.js';
import { importText } from '../../text/imports.js';

/** Faults by row and cell, as the spreadsheet program counts them. */
export function FaultTable({ faults, label }: { faults: readonly CellFault[]; label: string }) {
  return (
    <div className="fault-frame" role="region" aria-label={label} tabIndex={0}>
      <table className="board-table">
        <thead>
          <tr>
            <th scope="col">{importText.sheet}</th>
            <th scope="col">{importText.row}</th>
            <th scope="col">{importText.column}</th>
            <th scope="col">{importText.cell}</th>
            <th scope="col">{importText.value}</th>
            <th scope="col">{importText.reason}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, index) => (
            <tr key={index}>
              <td data-label={importText.sheet}>{fault.sheet}</td>
              <td data-label={importText.row}>{fault.row}</td>
              <td data-label={importText.column}>{fault.column}</td>
              <td data-label={importText.cell}>{fault.cell}</td>
              <td data-label={importText.value}>
                {fault.value === '' ? importText.emptyValue : fault.value}
              </td>
              <td data-label={importText.reason}>{fault.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
