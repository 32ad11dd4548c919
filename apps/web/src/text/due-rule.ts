export const dueRuleText = {
  mode: '期限定法',
  modes: {
    date: '定到某一天',
    working_days: '自交办之日起 N 个工作日',
    calendar_days: '自交办之日起 N 日',
    before: '提前 N 个工作日于某日',
  },
  days: '天数',
  workingDays: '工作日数',
  countRequired: '请填写天数',
  roll: '遇非工作日',
  rolls: { forward: '顺延到下一个工作日', back: '提前到上一个工作日', none: '不变' },
  startOn: '起算日',
  startHelp: '不选就从交办之日起算；当日不计。',
  beforeDay: '哪一天之前',
  beforeRequired: '请选择日期',
};
