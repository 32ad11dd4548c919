import { describe, expect, it } from '@jest/globals';
import { parsePastedEnrolment } from './parse-pasted-enrolment.js';

const schools = [
  { code: '1', name: '甲小学', kind: 'primary' as const },
  { code: '2', name: '乙学校', kind: 'nine_year' as const },
  { code: '3', name: '重名', kind: 'primary' as const },
  { code: '4', name: '重名', kind: 'primary' as const },
];
const paste = (...lines: string[]) => parsePastedEnrolment(lines.join('\r\n'), schools);

describe('enrolment pasted from a spreadsheet', () => {
  it('takes names or codes, numbers with separators, percentages, and leaves blank cells alone', () => {
    const { rows, faults } = paste(
      '学校\t学段\t2023\t2024年',
      '甲小学\t\t1,480\t',
      '2\t初中\t\t-2.5%',
      '全部\t小学\t3％\t',
      '\t\t\t',
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { year: 2023, school: '1', stage: 'primary', kind: 'set', value: '1480' },
      { year: 2024, school: '2', stage: 'junior', kind: 'percent', value: '-2.5' },
      { year: 2023, school: null, stage: 'primary', kind: 'percent', value: '3' },
    ]);
  });

  it('needs no column of stages where the school has one stage only', () => {
    expect(paste('学校\t2023', '甲小学\t500').rows).toHaveLength(1);
  });

  it('names every line it cannot read', () => {
    expect(
      paste('学校\t2023', '丙小学\t5', '乙学校\t5', '重名\t5', '甲小学\t很多', '全部\t5').faults,
    ).toEqual([
      '第 2 行：没有学校“丙小学”',
      '第 3 行：请写明学段（小学、初中或高中）',
      '第 4 行：有多所“重名”，请写标识码',
      '第 5 行 2023 年：“很多”应是人数，或如 -2.5%',
      '第 6 行：请写明学段（小学、初中或高中）',
    ]);
    expect(paste('甲小学\t500').faults).toEqual(['第 1 行应是表头，写明年份，如“学校 学段 2023 2024”']);
    expect(paste('')).toEqual({ rows: [], faults: [] });
  });
});
