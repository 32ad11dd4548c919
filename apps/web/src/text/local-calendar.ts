import type { CalendarLevel } from '../api/calendar-types.js';

const levels: Readonly<Record<CalendarLevel, string>> = { province: '省级', city: '市级', county: '县级' };

/** Days a province, city or county has set for itself, on top of the national calendar. */
export const localCalendarText = {
  levels,
  lead: '全国的放假通知各县共用；省、市、县另有放假、停工或上班安排的，由政府办录入，只在本县叠加，同一天以下级的为准。',
  national: '全国安排',
  workingDays: (days: number) => `本县全年 ${days} 个工作日`,
  nationalDays: (days: number) => `只按全国安排是 ${days} 个`,
  legend:
    '图例：休、班 = 全国放假通知；前面带“省、市、县”并加虚线框的 = 本地安排，如“省休”；没有标记的周一至周五上班、周末休息。',
  mark: (level: CalendarLevel, kind: 'off' | 'work') =>
    `${levels[level].slice(0, 1)}${kind === 'off' ? '休' : '班'}`,
  dayName: (name: string, kind: 'off' | 'work', by: string) =>
    `${name}${kind === 'off' ? '放假' : '上班'}（${by}）`,
  title: '本地安排',
  setName: (year: number, level: CalendarLevel) => `${year}年${levels[level]}`,
  daysOf: (year: number, level: CalendarLevel) => `${year}年${levels[level]}的日期`,
  none: '没有录入本地安排，工作日只按全国放假通知计算。',
  takenBack: (notice: string) => `已撤去，依据 ${notice}`,
  entered: (name: string, at: string) => `${name} ${at}录入`,
  date: '日期',
  what: '安排',
  off: '放假',
  work: '上班',
  name: '名称',
  basis: '依据',
  state: '是否生效',
  inForce: '生效',
  overridden: (level: CalendarLevel) => `以${levels[level]}为准`,
  change: '修改',
  takeBack: '撤去',
  enterTitle: '录入本地安排',
  enterLead:
    '一次录入一级政府一年的全部日期。先预览本县哪些任务的期限会变动，确认后才保存；每处变动记入办理经过，每个单位只收一封汇总。',
  level: '哪一级的通知',
  noticeHelp: '放假、停工通知的文号或名称；撤去时写明撤去的依据',
  namePlaceholder: '名称，如 三月三',
  works: '上班（调休，或上一级放假而本地照常上班）',
  ownNotice: '另有依据的，填其文号',
  replaces: (level: CalendarLevel, year: number, count: number) =>
    `${year}年${levels[level]}已录入 ${count} 天：保存后以这里填的为准，没有填的就撤去。`,
  takeOver: '带入已录入的日期',
  emptyMeans: '两栏都不填，就是撤去这一级这一年的全部日期。',
  fresh: '这一级这一年此前没有录入',
  willReplace: (notice: string) => `将替换按 ${notice} 录入的日期`,
  willTakeBack: (notice: string) => `将撤去按 ${notice} 录入的全部日期`,
  unchanged: '与已录入的完全一致，不用再录入。',
  confirm: '确认录入',
  confirmTakeBack: '确认撤去',
  saved: (moved: number, messages: number) => `已保存，${moved} 项期限已调整，写给各单位 ${messages} 封汇总`,
};
