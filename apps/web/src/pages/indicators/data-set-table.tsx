import { Link } from 'react-router';
import type { DataSetRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { importText } from '../../text/imports.js';
import { dataSetKindText } from '../../text/indicators.js';
import { boardUrl, matrixUrl } from './use-address.js';

const { schoolYear, kind, asOf, schools, classes, file, importedAt, importedBy, open } = importText;
const columns = [schoolYear, kind, asOf, schools, classes, file, importedAt, importedBy, open];

function DataSetLine({ row }: { row: DataSetRow }) {
  return (
    <tr>
      <th scope="row">{row.schoolYear}</th>
      <td data-label={kind}>{dataSetKindText[row.kind]}</td>
      <td data-label={asOf}>{formatDate(row.asOf)}</td>
      <td data-label={schools}>{row.schools}</td>
      <td data-label={classes}>{row.classes}</td>
      <td data-label={file}>{row.fileName}</td>
      <td data-label={importedAt}>{formatInstant(row.importedAt)}</td>
      <td data-label={importedBy}>{row.importedBy.name}</td>
      <td data-label={open}>
        <div className="row">
          <Link to={boardUrl({ dataSetId: row.id })}>{importText.seeBoard}</Link>
          <Link to={matrixUrl({ dataSetId: row.id })}>{importText.seeMatrix}</Link>
        </div>
      </td>
    </tr>
  );
}

/** Every data set ever confirmed; none is overwritten by a later one. */
export function DataSetTable({ rows, allowed }: { rows: readonly DataSetRow[]; allowed: boolean }) {
  if (rows.length === 0) {
    return (
      <Nothing
        text={importText.noDataSets}
        next={allowed ? importText.noDataSetsNext : importText.noDataSetsOthers}
      />
    );
  }
  return (
    <table className="board-table">
      <thead>
        <tr>
          {columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DataSetLine key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
