import type { Work } from '../../database/unit-of-work.js';
import { importClasses, type LedgerTools } from '../ledgers/ledgers.module.js';
import { exampleSchoolsAsOf } from './example-schools.js';

const headers = '学校标识码,学校名称,学段,年级,班级,学生数';

// Invented like the schools: code, name, stage, first grade; then the pupils of each class, grade after grade.
const schools = `
3990000102 示例乙小学 小学 1 46,45,47/52,51/44,43/58,57,49/45,44/67,55
3990000104 示例丁小学 小学 1 43,42/44,45/41/48,47/45/44
3990000107 示例庚小学 小学 1 38/40/45/42/44/36
3990000111 示例甲初级中学 初中 7 50,49,53/57,50,48/50,51,66
3990000112 示例乙初级中学 初中 7 48,47/50,50/46
3990000114 示例甲学校 小学 1 44,45/45,46/43/44/45/60
3990000114 示例甲学校 初中 7 49,50/52/50
`;

/** The invented classes of some of the schools: a few are above the line, some of them 大班额 and 超大班额. */
export async function importExampleClasses(work: Work, tools: LedgerTools): Promise<void> {
  const lines = schools
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [code, name, stage, first, grades = ''] = line.split(' ');
      return grades
        .split('/')
        .flatMap((classes, grade) =>
          classes
            .split(',')
            .map((pupils, index) =>
              [code, name, stage, Number(first) + grade, `${index + 1}班`, pupils].join(','),
            ),
        );
    });
  const bytes = Buffer.from([headers, ...lines].join('\r\n'));
  await importClasses(work, tools, { asOf: exampleSchoolsAsOf, fileName: '示例班级情况表.csv', bytes });
  await work.manager.query(`UPDATE ledger_entry SET example = true WHERE campaign_id = $1`, [
    work.campaignId,
  ]);
}
