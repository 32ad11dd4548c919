/**
 * `node test/golden/make-schools-example.mjs`: writes schools-example.xlsx, an invented county of 24 schools to try the
 * indicators with, and from it schools-example.json, what `junheng indicators evaluate --json` answers.
 * Needs the built program in dist.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import writeExcelFile from 'write-excel-file/node';

const headers = [
  '学校标识码 学校名称 办学类型 所在乡镇 城乡类型 举办者 是否纳入评估 不纳入原因',
  '小学在校生 初中在校生 高中在校生 小学班数 初中班数',
  '小学高于规定学历教师 初中高于规定学历教师 小学骨干教师 初中骨干教师 小学体艺教师 初中体艺教师',
  '教学及辅助用房面积 体育运动场馆面积 教学仪器设备值 网络多媒体教室数 音乐教室达标间数 美术教室达标间数',
].flatMap((line) => line.split(' '));

// Name, kind, township, locale, pupils of the three stages, classes of two, teachers C1 C2 C3 of two stages,
// rooms ㎡, grounds ㎡, equipment 万元, multimedia rooms, music rooms, art rooms; `-` is 无数据.
const schools = `
示例第一小学 小学 城关街道 城区 1620 - - 36 - 78 - 24 - 19 - 7580 12600 356.4 42 3 3
示例第二小学 小学 城关街道 城区 1985 - - 44 - 86 - 21 - 18.5 - 8140 13100 402.5 46 3 3
示例第三小学 小学 城关街道 城区 2140 - - 47 - 84 - 22 - 17 - 8360 11200 371 45 3 2
示例第四小学 小学 新城街道 城区 1350 - - 30 - 64 - 16 - 14 - 6820 11350 301.7 34 3 3
示例实验小学 小学 新城街道 城区 1180 - - 27 - 61 - 19 - 13 - 6450 9870 288.9 31 3 3
示例东关小学 小学 东关镇 镇区 760 - - 18 - 36 - 9 - 7.5 - 3680 5900 160.2 19 2 2
示例西山小学 小学 西山镇 镇区 642 - - 15 - 29 - 7 - 6 - 3110 5020 131.3 16 2 2
示例南河小学 小学 南河镇 镇区 588 - - 13 - 26 - 5 - 5 - 2480 4460 121 14 1 1
示例北岭小学 小学 北岭乡 乡村 312 - - 7 - 15 - 3 - 3 - 1690 3150 66.8 9 1 1
示例柳树小学 小学 北岭乡 乡村 186 - - 6 - 9 - 2 - 1.5 - 1010 2240 38.4 7 1 1
示例石桥小学 小学 南河镇 乡村 143 - - 6 - 8 - 2 - 1.5 - 870 1380 30.1 6 1 1
示例白杨小学 小学 西山镇 乡村 97 - - 6 - 5 - 1 - 1 - 640 1120 21.5 6 1 1
示例枣林教学点 教学点 北岭乡 乡村 38 - - 4 - 3 - 0 - 0.5 - 310 620 8.2 4 0 0
示例双井教学点 教学点 南河镇 乡村 72 - - 5 - 4 - 1 - 0.5 - 420 810 14.6 5 0 0
示例第一初级中学 初级中学 城关街道 城区 - 1860 - - 39 - 112 - 27 - 18 11250 19300 498 47 4 4
示例第二初级中学 初级中学 新城街道 城区 - 1540 - - 32 - 91 - 19 - 15 9480 16200 402.7 40 3 3
示例东关初级中学 初级中学 东关镇 镇区 - 690 - - 15 - 39 - 8 - 7 4150 7120 178.1 17 2 2
示例西山初级中学 初级中学 西山镇 镇区 - 455 - - 10 - 24 - 5 - 4 2590 4710 112.2 11 1 1
示例北岭初级中学 初级中学 北岭乡 乡村 - 228 - - 6 - 13 - 3 - 2.5 1520 2960 66 6 1 1
示例育才学校 九年一贯制 新城街道 城区 1240 815 - 28 17 56 45 15 10 12 8 10950 17400 471.5 49 4 4
示例南河学校 九年一贯制 南河镇 镇区 405 262 - 9 6 18 15 4 3 4 2.5 3420 5560 146.9 16 2 2
示例北岭学校 九年一贯制 北岭乡 乡村 166 210 - 6 6 8 12 2 2 1.5 2 2150 - 85.6 10 1 1
示例中学 完全中学 城关街道 城区 - 720 1180 - 15 - 43 - 9 - 7 13600 24800 690.3 58 3 3
示例启明学校 特殊教育学校 新城街道 城区 64 22 - 7 3 12 5 3 1 2 1 1860 2400 95.4 11 1 1
`;

const rows = schools
  .trim()
  .split('\n')
  .map((line, index) => {
    const [name, kind, township, locale, ...figures] = line.split(' ');
    const texts = [
      `39900000${String(index + 1).padStart(2, '0')}`,
      name,
      kind,
      township,
      locale,
      '公办',
      '',
      '',
    ];
    return [
      ...texts.map((value) => ({ value, type: String })),
      ...figures.map((figure) => (figure === '-' ? null : { value: Number(figure), type: Number })),
    ];
  });

const folder = import.meta.dirname;
const file = join(folder, 'schools-example.xlsx');
const heading = headers.map((value) => ({ value, type: String, fontWeight: 'bold', wrap: true }));
const columns = headers.map((_, column) => ({ width: column === 1 ? 20 : 12 }));
await writeExcelFile([heading, ...rows], { sheet: '学校基本情况表', columns, stickyRowsCount: 1 }).toFile(
  file,
);

const program = join(folder, '../../dist/apps/server/src/cli.js');
const words = ['indicators', 'evaluate', file, '--place', 'xinmi', '--as-of', '2026-09-01', '--json'];
const answer = JSON.parse(execFileSync(process.execPath, [program, ...words], { encoding: 'utf8' }));
writeFileSync(join(folder, 'schools-example.json'), `${aLineAnEntry(answer)}\n`);

/** JSON in which every school, coefficient and indicator is one line, so that a difference can be read. */
function aLineAnEntry(value, depth = 0) {
  const isDeep = depth >= 3 || value === null || typeof value !== 'object' || Object.keys(value).length === 0;
  if (isDeep) return JSON.stringify(value);
  const space = '  '.repeat(depth + 1);
  const entries = Array.isArray(value)
    ? value.map((entry) => `${space}${aLineAnEntry(entry, depth + 1)}`)
    : Object.entries(value).map(([key, entry]) => `${space}"${key}": ${aLineAnEntry(entry, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${entries.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}
