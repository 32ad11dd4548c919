import type { EnrolmentRow, KnownSchool, PupilStage } from '../../../api/types.js';

export interface Pasted {
  rows: EnrolmentRow[];
  /** What cannot be read, each with its line. */
  faults: string[];
}

const stageWords: Readonly<Record<string, PupilStage>> = { 小学: 'primary', 初中: 'junior', 高中: 'senior' };
const stagesOf: Partial<Record<KnownSchool['kind'], PupilStage>> = {
  primary: 'primary',
  teaching_point: 'primary',
  junior: 'junior',
};
const everySchool = ['全部', '全部学校'];

/**
 * Cells copied from a spreadsheet: a head line with years, then a line a school. Blank cells change nothing; a number is
 * pupils, a number with % a percentage of the year before.
 * @example parsePastedEnrolment('学校\t2023\n甲小学\t500', schools).rows // [{ year: 2023, school: '1', stage: 'primary', kind: 'set', value: '500' }]
 */
export function parsePastedEnrolment(text: string, schools: readonly KnownSchool[]): Pasted {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .map((cells, index) => ({ cells, line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...rest] = lines;
  if (head === undefined) return { rows: [], faults: [] };
  const years = head.cells.flatMap((cell, column) => {
    const year = /^(20\d\d)年?$/.exec(cell)?.[1];
    return year === undefined ? [] : [{ column, year: Number(year) }];
  });
  if (years.length === 0) return { rows: [], faults: ['第 1 行应是表头，写明年份，如“学校 学段 2023 2024”'] };
  const hasStage = /学段/.test(head.cells[1] ?? '');
  const read = rest.map(({ cells, line }) => readLine(cells, line, { years, hasStage, schools }));
  return { rows: read.flatMap(({ rows }) => rows), faults: read.flatMap(({ faults }) => faults) };
}

interface Table {
  years: readonly { column: number; year: number }[];
  hasStage: boolean;
  schools: readonly KnownSchool[];
}

function readLine(cells: readonly string[], line: number, { years, hasStage, schools }: Table): Pasted {
  const name = cells[0] ?? '';
  const found = schools.filter((school) => school.code === name || school.name === name);
  const [only] = found;
  const forAll = everySchool.includes(name);
  const written = hasStage ? (cells[1] ?? '') : '';
  const stage = written === '' ? only && stagesOf[only.kind] : stageWords[written];
  const faults = [
    ...(forAll || found.length === 1
      ? []
      : [
          found.length === 0
            ? `第 ${line} 行：没有学校“${name}”`
            : `第 ${line} 行：有多所“${name}”，请写标识码`,
        ]),
    ...(stage === undefined && (forAll || found.length === 1)
      ? [`第 ${line} 行：请写明学段（小学、初中或高中）`]
      : []),
  ];
  const values = years
    .map(({ column, year }) => ({ year, text: (cells[column] ?? '').replaceAll(/[,，\s人]/g, '') }))
    .filter(({ text }) => text !== '');
  for (const { year, text } of values) {
    if (!/^-?\d+(\.\d+)?[%％]$|^\d+$/.test(text)) {
      faults.push(`第 ${line} 行 ${year} 年：“${text}”应是人数，或如 -2.5%`);
    }
  }
  if (faults.length > 0 || stage === undefined) return { rows: [], faults };
  const school = forAll ? null : (only?.code ?? null);
  return {
    faults,
    rows: values.map(({ year, text }): EnrolmentRow => {
      const isPercent = /[%％]$/.test(text);
      const value = text.replace(/[%％]$/, '');
      return { year, school, stage, kind: isPercent ? 'percent' : 'set', value };
    }),
  };
}
