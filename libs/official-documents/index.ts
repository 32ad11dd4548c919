export {
  type OverdueSheet,
  type OverdueSheetTask,
  type OverdueSheetUnit,
  overdueTotalsText,
  overdueWorkbook,
} from './overdue-workbook.js';
export { textCell, type TextCell } from './text-cell.js';
export { type TaskSheet, type TaskSheetRow, taskWorkbook } from './task-workbook.js';
export { errorWorkbook, type RejectedSheet, type RejectedSheetRow } from './error-workbook.js';
export { type Template, type TemplateColumn, templateWorkbook } from './template-workbook.js';
export {
  type MatrixFigure,
  type MatrixSheet,
  type MatrixSheetRow,
  matrixWorkbook,
} from './matrix-workbook.js';
export {
  onTimeMethod,
  rateText,
  type UnitsSheet,
  type UnitsSheetRow,
  unitsWorkbook,
} from './units-workbook.js';
export { type BoardSheet, type BoardSheetRow, boardWorkbook } from './board-workbook.js';
export { type TableCell, type TableSheet, tablesWorkbook } from './tables-workbook.js';
