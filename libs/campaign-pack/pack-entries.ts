import type { PackContent } from './campaign-pack.js';

export type EntryKind =
  | 'pack'
  | 'document'
  | 'group'
  | 'clause'
  | 'members'
  | 'unit'
  | 'duty'
  | 'phase'
  | 'project'
  | 'project_year'
  | 'target';

/** An entry of any kind as the clerk sees it: a title, and fields under Chinese names. */
export interface PackEntry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly title: string;
  readonly fields: ReadonlyMap<string, string>;
}

type Value = string | number | boolean | null | readonly string[];

const kindNames = { department: '部门', township: '乡镇（街道）' } as const;
const projectKindNames = { new_build: '新建', extension: '改扩建', relocation: '迁建' } as const;
const stageNames = { primary: '小学', junior: '初中', nine_year: '九年一贯制' } as const;
const targetKindNames = {
  indicator: '指标',
  quantity: '数量',
  ratio: '比例',
  date: '日期',
  money: '金额',
} as const;
const measureNames = { goal_date: '目标日期', class_size: '班额', school_size: '学校规模' } as const;

/** Every entry of a pack, kind by kind, in the order of the pack. */
export function entriesOf(pack: PackContent): PackEntry[] {
  const clauses = new Map(pack.clauses.map((clause) => [clause.id, clause.number]));
  const basisOf = (entry: { clause: string }): Record<string, Value> => ({
    依据: clauses.get(entry.clause) ?? entry.clause,
  });
  return [
    entry('pack', pack.id, pack.name, { 名称: pack.name, 地方: pack.place }),
    ...sourceEntries(pack),
    ...unitEntries(pack, basisOf),
    ...planEntries(pack, basisOf),
  ];
}

type BasisOf = (entry: { clause: string }) => Record<string, Value>;

function sourceEntries(pack: PackContent): PackEntry[] {
  return [
    ...pack.documents.map((each) =>
      entry('document', each.id, each.title, {
        标题: each.title,
        发文单位: each.issuer,
        日期: each.issuedOn,
        说明: each.note,
      }),
    ),
    ...pack.groups.map((each) =>
      entry('group', each.id, each.title, {
        编号: each.number,
        名称: each.title,
        文件: each.document,
        其他文件所写条数: each.restatedIn.map((other) => `${other.document} ${other.items}`),
      }),
    ),
    ...pack.clauses.map((each) =>
      entry('clause', each.id, `${each.number} ${each.title}`, {
        编号: each.number,
        内容: each.title,
        文件: each.document,
        任务组: each.group,
        提到的单位: each.mentions,
      }),
    ),
  ];
}

function unitEntries(pack: PackContent, basisOf: BasisOf): PackEntry[] {
  const { members } = pack;
  return [
    ...(members
      ? [
          entry('members', 'members', '成员单位数', {
            总数: members.total,
            '乡镇（街道）数': members.townships,
            ...basisOf(members),
          }),
        ]
      : []),
    ...pack.units.map((each) =>
      entry('unit', each.id, each.name, {
        名称: each.name,
        简称: each.shortName,
        类别: kindNames[each.kind],
        名称待补: each.namePending,
        其他叫法: each.aliases,
        ...basisOf(each),
      }),
    ),
    ...pack.duties.map((each) =>
      entry('duty', each.id, each.text, {
        职责: each.text,
        单位: each.unit,
        共同适用: each.appliesTo && kindNames[each.appliesTo],
        ...basisOf(each),
      }),
    ),
  ];
}

function planEntries(pack: PackContent, basisOf: BasisOf): PackEntry[] {
  return [
    ...pack.phases.map((each) =>
      entry('phase', each.id, each.name, {
        名称: each.name,
        开始: each.startsOn,
        截止: each.endsOn,
        待定: each.undetermined,
        ...basisOf(each),
      }),
    ),
    ...pack.projects.map((each) =>
      entry('project', each.id, each.school, {
        学校: each.school,
        性质: projectKindNames[each.kind],
        年份: each.year,
        学段: each.stages.map((stage) => stageNames[stage]),
        ...basisOf(each),
      }),
    ),
    ...pack.projectYears.map((each) =>
      entry('project_year', each.id, `${each.year}年学校建设`, {
        年份: each.year,
        学校数: each.schools,
        小学学位: each.places.primary,
        初中学位: each.places.junior,
        学位合计: each.placesTotal,
        班数: each.classes,
        '投资（万元）': each.investment,
        投资口径: each.investmentScope,
        ...basisOf(each),
      }),
    ),
    ...pack.targets.map((each) =>
      entry('target', each.id, each.name, {
        名称: each.name,
        类别: targetKindNames[each.kind],
        目标值: `${each.operator} ${each.value} ${each.unit}`,
        期限: each.dueOn,
        用于核对: each.measure && measureNames[each.measure],
        学段: each.stage && stageNames[each.stage],
        ...basisOf(each),
      }),
    ),
  ];
}

function entry(kind: EntryKind, id: string, title: string, fields: Record<string, Value>): PackEntry {
  return {
    kind,
    id,
    title,
    fields: new Map(Object.entries(fields).map(([name, value]) => [name, shown(value)])),
  };
}

function shown(value: Value): string {
  if (value === null) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? value.join('、') : String(value);
}
