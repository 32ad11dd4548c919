import type { PupilStage } from '#indicator-engine';
import { schoolKindNames } from '../evaluation-words.js';

/** What a key of the file stands for; a null field is a list of its own. */
export interface Meaning {
  readonly field: string | null;
  /** null: it cannot be read. */
  readonly read: (text: string) => unknown;
  readonly wanted: string;
}

const whole = (field: string): Meaning => ({
  field,
  read: (text) => (/^\d{1,7}$/.test(text) ? Number(text) : null),
  wanted: '应是 0 以上的整数',
});
const year = (field: string): Meaning => ({
  field,
  read: (text) => (/^20\d\d$/.test(text) ? Number(text) : null),
  wanted: '应是四位年份，如 2027',
});
const text = (field: string): Meaning => ({ field, read: (value) => value, wanted: '' });
const list: Meaning = { field: null, read: () => undefined, wanted: '' };
const choice = (field: string, values: Readonly<Record<string, unknown>>): Meaning => ({
  field,
  read: (word) => (word in values ? values[word] : null),
  wanted: `应是${Object.keys(values).join('、')}之一`,
});

const pupilStages: Readonly<Record<string, PupilStage>> = { 小学: 'primary', 初中: 'junior', 高中: 'senior' };
const kinds = Object.fromEntries(Object.entries(schoolKindNames).map(([kind, name]) => [name, kind]));

export const rootKeys: Readonly<Record<string, Meaning>> = {
  名称: text('name'),
  推演到: year('goalYear'),
  学生数: list,
  项目: list,
};

export const enrolmentKeys: Readonly<Record<string, Meaning>> = {
  年: year('year'),
  学校: text('school'),
  学段: choice('stage', pupilStages),
  人数: text('set'),
  增减: text('add'),
  百分比: text('percent'),
};

export const intakeKeys: Readonly<Record<string, Meaning>> = {
  学段: choice('stage', { 小学: 'primary', 初中: 'junior' }),
  人数: whole('students'),
  来自: text('from'),
};

/** The headers of the school table where there are such. */
export const assumptionColumns: Readonly<Record<string, Meaning>> = {
  名称: text('name'),
  学校: text('school'),
  新建: choice('founding', { 是: true, 否: false }),
  办学类型: choice('kind', kinds),
  所在乡镇: text('township'),
  城乡类型: choice('locale', { 城区: 'urban', 镇区: 'town', 乡村: 'rural' }),
  举办者: choice('founder', { 公办: 'public', 民办: 'private' }),
  开办年: year('opensIn'),
  小学新增学位: whole('placesPrimary'),
  初中新增学位: whole('placesJunior'),
  教学及辅助用房面积: text('roomArea'),
  体育运动场馆面积: text('sportsArea'),
  教学仪器设备值: text('equipment'),
  网络多媒体教室数: text('networkRooms'),
  音乐教室达标间数: whole('musicRooms'),
  美术教室达标间数: whole('artRooms'),
  小学班数: whole('classesPrimary'),
  初中班数: whole('classesJunior'),
  小学高于规定学历教师: text('aboveDegreePrimary'),
  初中高于规定学历教师: text('aboveDegreeJunior'),
  小学骨干教师: text('backbonePrimary'),
  初中骨干教师: text('backboneJunior'),
  小学体艺教师: text('artsPrimary'),
  初中体艺教师: text('artsJunior'),
  入学: list,
};
