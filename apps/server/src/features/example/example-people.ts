import type { Role } from '../../database/actor.js';

/** A person of the example, named by post. `unit` is the pack's id of the unit. */
export interface ExamplePerson {
  readonly login: string;
  readonly name: string;
  readonly role: Role | null;
  readonly unit: string | null;
  /** Whether the sign-in page offers the account. The others only have a past. */
  readonly demo: boolean;
  /** 主要负责人 of the unit. */
  readonly unitLeader: boolean;
}

const person = (
  login: string,
  name: string,
  role: Role | null,
  unit: string | null,
  demo = false,
): ExamplePerson => ({
  login,
  name,
  role,
  unit,
  demo,
  unitLeader: false,
});

const actingPeople: readonly ExamplePerson[] = [
  person('zfb', '政府办督办专员', 'government_office', 'office', true),
  person('zfbzr', '政府办分管主任', 'government_office', 'office', true),
  person('zfbcb', '政府办承办人', 'handler', 'office'),
  person('dcj', '督查局督查专员', 'supervision_office', 'supervision', true),
  person('czj', '财政局承办人', 'handler', 'finance', true),
  person('czjfzr', '财政局负责人', 'head', 'finance', true),
  person('jyj', '教育局承办人', 'handler', 'education', true),
  person('zjj', '住建局承办人', 'handler', 'housing', true),
  person('xz01', '乡镇（街道）01承办人', 'handler', 'township-01', true),
  person('admin', '系统管理员', null, null, true),
  person('fgw', '发改委承办人', 'handler', 'development'),
  person('tjj', '统计局承办人', 'handler', 'statistics'),
  person('rsj', '人社局承办人', 'handler', 'personnel'),
  person('zyj', '资源规划局承办人', 'handler', 'resources'),
  person('gaj', '公安局承办人', 'handler', 'police'),
  person('mzj', '民政局承办人', 'handler', 'civil'),
  person('wjw', '卫健委承办人', 'handler', 'health'),
  person('scj', '市场监管局承办人', 'handler', 'market'),
  person('swj', '税务局承办人', 'handler', 'tax'),
  person('cl', '残联承办人', 'handler', 'disabled'),
  person('xz02', '乡镇（街道）02承办人', 'handler', 'township-02'),
  person('xz03', '乡镇（街道）03承办人', 'handler', 'township-03'),
  person('xz04', '乡镇（街道）04承办人', 'handler', 'township-04'),
  person('xz05', '乡镇（街道）05承办人', 'handler', 'township-05'),
  person('xz06', '乡镇（街道）06承办人', 'handler', 'township-06'),
];

/** Of each unit somebody handles tasks for; in the example they only get what the ladder says. */
const unitLeaders = actingPeople
  .filter(({ role }) => role === 'handler')
  .map(({ login, name, unit }): ExamplePerson => ({
    ...person(`${login}-zy`, name.replace('承办人', '主要负责人'), 'head', unit),
    unitLeader: true,
  }));

/** Whom the example knows. `admin` sees no business rows; the others are what their role says. */
export const examplePeople: readonly ExamplePerson[] = [...actingPeople, ...unitLeaders];
