import {
  type CampaignPack,
  type CheckResult,
  type EntryKind,
  type PackChange,
  type PackDiff,
  type PackFault,
} from '#campaign-pack';

const kindNames: Readonly<Record<EntryKind, string>> = {
  pack: '数据包',
  document: '文件',
  group: '任务组',
  clause: '条款',
  members: '成员单位数',
  unit: '成员单位',
  duty: '职责',
  phase: '阶段',
  project: '学校建设项目',
  project_year: '年度合计',
  target: '目标值',
};
const targetKindNames = {
  indicator: '指标',
  quantity: '数量',
  ratio: '比例',
  date: '日期',
  money: '金额',
} as const;
const levels = [
  ['holds', '相符', '√'],
  ['warning', '须核实（方案自身的疑点，由政府办决定）', '！'],
  ['error', '错误（改正后才能载入）', '×'],
] as const;
// A first load lists every entry of the pack: counts say more than two hundred lines.
const listedAtMost = 40;

/** What is in a pack, line by line. */
export function describePack(pack: CampaignPack): string[] {
  const townships = pack.units.filter((unit) => unit.kind === 'township').length;
  const targets = Object.entries(targetKindNames).map(
    ([kind, name]) => `${name}${pack.targets.filter((target) => target.kind === kind).length}`,
  );
  return [
    `数据包 ${pack.id}：${pack.name}（${pack.place}）`,
    `  指纹 ${pack.fingerprint}`,
    `  文件${pack.documents.length}　任务组${pack.groups.length}　条款${pack.clauses.length}　阶段${pack.phases.length}`,
    `  成员单位${pack.units.length}（部门${pack.units.length - townships}、乡镇街道${townships}）　职责${pack.duties.length}`,
    `  学校建设项目${pack.projects.length}（${pack.projectYears.length}个年度）　目标值${pack.targets.length}（${targets.join('、')}）`,
  ];
}

/** Every check, those that hold first. */
export function describeChecks(checks: readonly CheckResult[]): string[] {
  const counts = levels.map(([level]) => checks.filter((check) => check.level === level).length);
  const head = `核对${checks.length}项：相符${counts[0]}，须核实${counts[1]}，错误${counts[2]}`;
  const sections = levels.flatMap(([level, title, mark]) => {
    const lines = checks
      .filter((check) => check.level === level)
      .map((check) => `  ${mark} ${check.clause === null ? '' : `[${check.clause}] `}${check.message}`);
    return lines.length > 0 ? ['', title, ...lines] : [];
  });
  return [head, ...sections];
}

export function describeFaults(faults: readonly PackFault[]): string[] {
  return [
    `数据包有${faults.length}处错误，不能读取：`,
    ...faults.map((fault) => `  ${fault.file} 第${fault.line}行：${fault.message}`),
  ];
}

export function describeDiff(diff: PackDiff): string[] {
  return [
    ...describeChanges('新增', diff.added),
    ...describeChanges('修改', diff.changed),
    ...describeChanges('删除', diff.removed),
  ];
}

function describeChanges(verb: string, changes: readonly PackChange[]): string[] {
  if (changes.length === 0) return [];
  const counts = Object.entries(kindNames).flatMap(([kind, name]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? `${name}${count}` : [];
  });
  const head = `${verb}${changes.length}条：${counts.join('、')}`;
  if (changes.length > listedAtMost) return [head];
  return [head, ...changes.flatMap(describeChange)];
}

function describeChange(change: PackChange): string[] {
  return [
    `  ${kindNames[change.kind]} ${change.id}　${change.title}`,
    ...(change.fields ?? []).map((field) => `    ${field.name}：${field.before} → ${field.after}`),
  ];
}
