import { type CellFault, mostFaults, type TableReading } from './files/table-reading.js';

const listedQuestions = 20;

/** What was read of a table, what is wrong with it and what is asked, in lines of Chinese. */
export function importText(reading: TableReading<unknown>): string[] {
  const { rowsRead, accepted, rejected, faultCount, questions, unknownColumns, notes, sheet } = reading;
  const more = questions.length - listedQuestions;
  return [
    `工作表“${sheet}”：读到 ${rowsRead} 行，可用 ${accepted.length} 行，有错 ${rejected.length} 行`,
    ...(unknownColumns.length > 0 ? [`不认识、已跳过的列：${unknownColumns.join('、')}`] : []),
    ...notes,
    ...(faultCount > 0 ? [`${faultCount} 处错误，全部改正后才能评估：`] : []),
    ...reading.faults.map(faultLine),
    ...(faultCount > mostFaults ? [`只列出前 ${mostFaults} 处，其余 ${faultCount - mostFaults} 处未列`] : []),
    ...(questions.length > 0 ? [`${questions.length} 处可疑，未作改动，请核对：`] : []),
    ...questions.slice(0, listedQuestions).map(faultLine),
    ...(more > 0 ? [`  另有 ${more} 处未列`] : []),
  ];
}

function faultLine({ row, cell, column, value, reason }: CellFault): string {
  const place = cell === '' ? `第 ${row} 行` : `第 ${row} 行 ${cell}`;
  return `  ${place}　${column}${value === '' ? '' : `“${value}”`}：${reason}`;
}
