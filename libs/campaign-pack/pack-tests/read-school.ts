import type { ClassRecord, SchoolKind, SchoolRecord, Stage } from '#indicator-engine';
import type { EntryReader } from '../entry-reader.js';

export const kindNames: Readonly<Record<string, SchoolKind>> = {
  小学: 'primary',
  教学点: 'teaching_point',
  初级中学: 'junior',
  九年一贯制: 'nine_year',
  十二年一贯制: 'twelve_year',
  完全中学: 'complete_secondary',
  特殊教育学校: 'special',
};
const stageByName: Readonly<Record<string, Stage>> = { 小学: 'primary', 初中: 'junior' };
const localeByName = { 城区: 'urban', 镇区: 'town', 乡村: 'rural' } as const;
const founderByName = { 公办: 'public', 民办: 'private' } as const;

/** Enough of everything: what a situation does not speak about shall not decide it. */
const ample = { perStudent: 1, areaPerStudent: 20 };

/** One school with the column names of 学校基本情况表; `其余: 充足` fills what is not written. */
export function readSchool(entry: EntryReader): SchoolRecord {
  const name = entry.text('学校');
  const filled = entry.optionalOneOf('其余', ['充足']) !== null;
  const students = {
    primary: entry.optionalInteger('小学在校生'),
    junior: entry.optionalInteger('初中在校生'),
    senior: entry.optionalInteger('高中在校生'),
  };
  const whole = (students.primary ?? 0) + (students.junior ?? 0) + (students.senior ?? 0);
  const amount = (key: string, enough: number): string | null =>
    entry.optionalText(key) ?? (filled ? String(enough) : null);
  const byStage = (column: string): Record<Stage, string | null> => ({
    primary: amount(`小学${column}`, (students.primary ?? 0) * ample.perStudent),
    junior: amount(`初中${column}`, (students.junior ?? 0) * ample.perStudent),
  });
  return {
    code: name,
    name,
    kind: choice(entry, '办学类型', kindNames) ?? 'primary',
    township: null,
    locale: optionalChoice(entry, '城乡类型', localeByName),
    founder: optionalChoice(entry, '举办者', founderByName),
    inScope: optionalChoice(entry, '是否纳入评估', { 是: true, 否: false }),
    exclusionReason: entry.optionalText('不纳入原因'),
    students,
    classes: { primary: entry.optionalInteger('小学班数'), junior: entry.optionalInteger('初中班数') },
    aboveDegree: byStage('高于规定学历教师'),
    backbone: byStage('骨干教师'),
    arts: byStage('体艺教师'),
    roomArea: amount('教学及辅助用房面积', whole * ample.areaPerStudent),
    sportsArea: amount('体育运动场馆面积', whole * ample.areaPerStudent),
    equipment: amount('教学仪器设备值', whole * ample.perStudent),
    networkRooms: amount('网络多媒体教室数', whole * ample.perStudent),
    musicRooms: entry.optionalInteger('音乐教室达标间数'),
    artRooms: entry.optionalInteger('美术教室达标间数'),
  };
}

export function readClass(entry: EntryReader): ClassRecord {
  return {
    school: entry.text('学校'),
    stage: readStage(entry) ?? 'primary',
    grade: entry.integer('年级'),
    name: entry.text('班级'),
    students: entry.integer('学生数'),
  };
}

export function readStage(entry: EntryReader): Stage | null {
  return optionalChoice(entry, '学段', stageByName);
}

export function optionalChoice<T>(
  entry: EntryReader,
  key: string,
  choices: Readonly<Record<string, T>>,
): T | null {
  entry.expect(key);
  return entry.has(key) ? choice(entry, key, choices) : null;
}

export function choice<T>(entry: EntryReader, key: string, choices: Readonly<Record<string, T>>): T | null {
  const text = entry.text(key);
  const found = choices[text];
  if (found !== undefined) return found;
  if (text !== '') entry.fault(key, `“${key}”应是${Object.keys(choices).join('、')} 之一`);
  return null;
}
