import type { SchoolRecord } from '#indicator-engine';
import { headerOf } from './school-rules.js';
import type { CellFault } from './table-reading.js';
import type { TableRow } from './table-row.js';

interface AcceptedSchool {
  readonly record: SchoolRecord;
  readonly row: TableRow;
}

const resources = ['roomArea', 'sportsArea', 'equipment', 'networkRooms'] as const;
// 万元 typed as 元 is 10,000 times too much; schools themselves differ by less than a tenth of that.
const suspiciousFactor = 1000;
const fewest = 3;
// 万元 for each pupil; the line is 0.2.
const mostEquipment = 10;

/** Values that are possible but hardly meant: they are asked about, never changed. */
export function questionsOnSchools(accepted: readonly AcceptedSchool[]): CellFault[] {
  return resources.flatMap((resource) => {
    const shares = accepted.flatMap(({ record, row }) => {
      const students = pupilsOf(record);
      const value = record[resource];
      return value === null || students === 0 ? [] : [{ row, share: Number(value) / students }];
    });
    const middle = median(shares.map(({ share }) => share).filter((share) => share > 0));
    return shares.flatMap(({ row, share }) => {
      const reason = reasonFor(resource, share, shares.length < fewest ? 0 : middle);
      return reason === null ? [] : [row.remark(headerOf(resource), reason)];
    });
  });
}

function reasonFor(resource: (typeof resources)[number], share: number, middle: number): string | null {
  const isEquipment = resource === 'equipment';
  if (middle > 0 && share >= middle * suspiciousFactor) {
    const times = Math.round(share / middle);
    const hint = isEquipment ? '，是否把元填成了万元' : '';
    return `生均值约为其他学校的 ${times} 倍${hint}？请核对`;
  }
  if (isEquipment && share > mostEquipment) {
    return `折合生均 ${Math.round(share)} 万元，是否把元填成了万元？请核对`;
  }
  return null;
}

function pupilsOf({ students }: SchoolRecord): number {
  return (students.primary ?? 0) + (students.junior ?? 0) + (students.senior ?? 0);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
