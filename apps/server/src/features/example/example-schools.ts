import { civilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { type DataSetFollower, importTable } from '../indicators/indicators.module.js';

/** The day the invented self-check is as of. */
export const exampleSchoolsAsOf = civilDate('2022-09-01');

const headers = [
  '学校标识码 学校名称 办学类型 城乡类型 举办者 小学在校生 初中在校生 高中在校生 小学班数 初中班数',
  '小学高于规定学历教师 初中高于规定学历教师 小学骨干教师 初中骨干教师 小学体艺教师 初中体艺教师',
  '教学及辅助用房面积 体育运动场馆面积 教学仪器设备值 网络多媒体教室数 音乐教室达标间数 美术教室达标间数',
].flatMap((line) => line.split(' '));

// Invented from first to last, names and codes too; `-` is 无数据.
const schools = `
3990000101 示例甲小学 小学 城区 公办 1480 - - 33 - 74 - 20 - 16 - 6950 11300 318.6 39 3 3
3990000102 示例乙小学 小学 城区 公办 2060 - - 46 - 85 - 22 - 17 - 8240 12100 391 47 3 2
3990000103 示例丙小学 小学 城区 公办 1230 - - 28 - 60 - 18 - 13 - 6300 9950 276.4 31 3 3
3990000104 示例丁小学 小学 镇区 公办 735 - - 17 - 34 - 8 - 7.5 - 3540 5980 158.2 18 2 2
3990000105 示例戊小学 小学 镇区 公办 610 - - 14 - 25 - 6 - 5 - 2560 4710 119.8 14 1 1
3990000106 示例己小学 小学 镇区 公办 562 - - 13 - 27 - 7 - 6 - 2880 4490 128.5 15 2 1
3990000107 示例庚小学 小学 乡村 公办 298 - - 7 - 15 - 3 - 3 - 1610 2980 63.4 8 1 1
3990000108 示例辛小学 小学 乡村 公办 174 - - 6 - 9 - 2 - 1.5 - 960 1820 37.2 6 1 1
3990000109 示例壬小学 小学 乡村 公办 92 - - 6 - 5 - 1 - 1 - - 1050 20.1 6 1 1
3990000110 示例癸教学点 教学点 乡村 公办 36 - - 4 - 3 - 0 - 0.5 - 300 610 8 4 0 0
3990000111 示例甲初级中学 初级中学 城区 公办 - 1790 - - 37 - 108 - 26 - 18 10900 18600 486 46 4 4
3990000112 示例乙初级中学 初级中学 镇区 公办 - 702 - - 15 - 41 - 8 - 7 4190 7260 179.3 18 2 2
3990000113 示例丙初级中学 初级中学 乡村 公办 - 236 - - 6 - 13 - 3 - 2 1530 3010 65.8 7 1 1
3990000114 示例甲学校 九年一贯制 城区 公办 1190 790 - 27 16 55 46 14 10 12 8 10700 16900 462.3 48 4 4
3990000115 示例乙学校 九年一贯制 镇区 公办 166 210 - 6 6 8 12 2 2 1.5 2 2150 3480 85.6 10 1 1
3990000116 示例完全中学 完全中学 城区 公办 - 705 1150 - 15 - 43 - 9 - 7 13200 24100 672 57 3 3
`;

/** Loads the invented schools the way a clerk of the education bureau does: previewed, then confirmed. */
export async function importExampleSchools(work: Work, follow: DataSetFollower): Promise<void> {
  const rows = schools.trim().split('\n');
  const lines = [headers, ...rows.map((row) => row.split(' ').map((cell) => (cell === '-' ? '' : cell)))];
  const bytes = Buffer.from(lines.map((cells) => cells.join(',')).join('\r\n'));
  const fileName = '示例学校基本情况表.csv';
  await importTable(work, { kind: 'self_check', asOf: exampleSchoolsAsOf, fileName, bytes }, follow);
}
