import type { Column, ColumnKind } from './column.js';

const text: ColumnKind = { type: 'text' };
const integer: ColumnKind = { type: 'integer', largest: 99_999 };
const decimal: ColumnKind = { type: 'decimal' };

function choice(...pairs: readonly (readonly [string, string])[]): ColumnKind {
  return { type: 'choice', choices: new Map(pairs) };
}

function column(
  header: string,
  path: string,
  kind: ColumnKind,
  guide: string,
  unit: string | null = null,
): Column {
  return { header, path, kind, guide, unit, required: false };
}

const whole = '全校合计；一贯制学校和完全中学由系统按学段折算';

/** 学校基本情况表, one row a school. */
export const schoolColumns: readonly Column[] = [
  {
    ...column('学校标识码', 'code', { type: 'code', digits: 10 }, '10 位国家学校标识码，按文本填写'),
    required: true,
  },
  { ...column('学校名称', 'name', text, '学校全称'), required: true },
  {
    ...column(
      '办学类型',
      'kind',
      choice(
        ['小学', 'primary'],
        ['教学点', 'teaching_point'],
        ['初级中学', 'junior'],
        ['九年一贯制', 'nine_year'],
        ['十二年一贯制', 'twelve_year'],
        ['完全中学', 'complete_secondary'],
        ['特殊教育学校', 'special'],
      ),
      '从下拉列表中选；决定须填哪些学段的数据',
    ),
    required: true,
  },
  column('所在乡镇', 'township', text, '乡镇或街道的名称或简称'),
  column(
    '城乡类型',
    'locale',
    choice(['城区', 'urban'], ['镇区', 'town'], ['乡村', 'rural']),
    '按统计用区划填写',
  ),
  column('举办者', 'founder', choice(['公办', 'public'], ['民办', 'private']), '公办或民办'),
  column(
    '是否纳入评估',
    'inScope',
    choice(['是', 'yes'], ['否', 'no']),
    '留空由系统按规则判断；填“否”须写明原因',
  ),
  column('不纳入原因', 'exclusionReason', text, '是否纳入评估填“否”时必填'),
  column('小学在校生', 'students.primary', integer, '9 月 1 日在册人数；有小学的学校必填', '人'),
  column('初中在校生', 'students.junior', integer, '9 月 1 日在册人数；有初中的学校必填', '人'),
  column('高中在校生', 'students.senior', integer, '9 月 1 日在册人数；有高中的学校必填，用于折算', '人'),
  column('小学班数', 'classes.primary', integer, '有小学的学校必填', '个'),
  column('初中班数', 'classes.junior', integer, '有初中的学校必填', '个'),
  column(
    '小学高于规定学历教师',
    'aboveDegree.primary',
    integer,
    '专任教师中专科及以上学历的人数（C1）',
    '人',
  ),
  column('初中高于规定学历教师', 'aboveDegree.junior', integer, '专任教师中本科及以上学历的人数（C1）', '人'),
  column('小学骨干教师', 'backbone.primary', integer, '县级及以上骨干教师人数（C2）', '人'),
  column('初中骨干教师', 'backbone.junior', integer, '县级及以上骨干教师人数（C2）', '人'),
  column('小学体艺教师', 'arts.primary', decimal, '体育、音乐、美术专任教师；走教教师可填 0.5（C3）', '人'),
  column('初中体艺教师', 'arts.junior', decimal, '体育、音乐、美术专任教师；走教教师可填 0.5（C3）', '人'),
  column('教学及辅助用房面积', 'roomArea', decimal, `不含室内体育用房（C4）；${whole}`, '㎡'),
  column('体育运动场馆面积', 'sportsArea', decimal, `运动场地与室内体育用房（C5）；${whole}`, '㎡'),
  column('教学仪器设备值', 'equipment', decimal, `单位是万元，不是元（C6）；${whole}`, '万元'),
  column('网络多媒体教室数', 'networkRooms', integer, `C7；${whole}`, '间'),
  column('音乐教室达标间数', 'musicRooms', integer, '96 ㎡及以上的音乐专用教室（C10）', '间'),
  column('美术教室达标间数', 'artRooms', integer, '90 ㎡及以上的美术专用教室（C10）', '间'),
];
