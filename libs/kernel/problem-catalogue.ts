/** What every refusal is called, which HTTP status it has, and what the clerk can do next (RFC 9457). */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly advice: string;
}

const retry = '请刷新页面，核对最新内容后再操作一次。';
const correct = '请按提示改正后重新提交，已填写的内容不会丢失。';
const askAdministrator = '如仍有疑问，请联系系统管理员。';

export const problemCatalogue = {
  malformed: { status: 400, title: '提交的内容格式不对', advice: correct },
  bad_date: { status: 400, title: '日期无效', advice: '请填写真实存在的日期，形如 2026-03-05。' },
  bad_cursor: { status: 400, title: '翻页位置无效', advice: '请从第一页重新查看。' },
  signed_out: {
    status: 401,
    title: '尚未登录或登录已过期',
    advice: '请重新登录；刚才填写的内容仍保留在页面上。',
  },
  sign_in_failed: { status: 401, title: '登录名或密码不对', advice: '请核对后再试；连续输错会暂时锁定。' },
  forbidden: { status: 403, title: '没有权限做这件事', advice: '请换用有权限的账号，或联系领导小组办公室。' },
  cross_site: {
    status: 403,
    title: '请求不是从本系统页面发出的',
    advice: '请在系统页面内操作，不要从其他网站跳转提交。',
  },
  password_change_required: {
    status: 403,
    title: '须先修改初始密码',
    advice: '请先设置自己的新密码，再继续使用。',
  },
  not_found: { status: 404, title: '没有找到', advice: '可能已被删除，或不在本单位的查看范围内。' },
  stale_version: { status: 409, title: '内容已被别人改过', advice: retry },
  wrong_state: { status: 409, title: '当前状态不能这样操作', advice: retry },
  pack_changed: { status: 409, title: '方案数据包与预览时不同', advice: '请重新预览差异，确认后再载入。' },
  preview_stale: { status: 409, title: '预览以后情况有变', advice: '请重新预览，核对后再确认。' },
  request_reused: {
    status: 422,
    title: '同一请求编号的内容不一致',
    advice: '请返回重新填写并提交，系统会生成新的请求编号。',
  },
  evidence_changed: {
    status: 409,
    title: '佐证文件与登记的校验值不符',
    advice: '文件可能已损坏或被改动，请立即联系系统管理员。',
  },
  too_large: { status: 413, title: '内容太大', advice: '请压缩或拆分后再上传。' },
  unsupported_file: {
    status: 422,
    title: '不接收这种文件',
    advice: '请上传 PDF、OFD、Word、Excel、PPT（不含宏）或图片。',
  },
  import_refused: {
    status: 422,
    title: '读不了这个文件',
    advice: '请下载空白模板，把内容填入后另存为 .xlsx 或 CSV 再试。',
  },
  evidence_missing: { status: 422, title: '佐证材料不齐', advice: '请补齐所列材料后再提交审核。' },
  evidence_frozen: {
    status: 409,
    title: '佐证已提交，不能再改动',
    advice: '需要更换时，请审核单位先退回任务。',
  },
  same_person: { status: 422, title: '提交人与审核人不能是同一人', advice: '请由另一位工作人员审核。' },
  data_contradicted: {
    status: 422,
    title: '最新数据与销号不符',
    advice: '请退回补正；确需销号的，请确认“数据不符，仍予销号”并写明理由。',
  },
  note_required: { status: 422, title: '须写明情况或理由', advice: correct },
  rule_refused: { status: 422, title: '不符合办理规则', advice: correct },
  needs_confirmation: {
    status: 422,
    title: '有数值需要再核对一遍',
    advice: '请核对所列数值和单位；确认无误的，勾选“已核对”后再提交。',
  },
  last_contact: { status: 422, title: '该单位只剩这一位联系人', advice: '请先指定接手人，再停用此账号。' },
  login_taken: { status: 422, title: '登录名已被使用', advice: '请换一个登录名；用过的登录名不能重复使用。' },
  weak_password: {
    status: 422,
    title: '密码不符合要求',
    advice: '至少 10 位，含大写、小写、数字、符号中的三类，且不含登录名。',
  },
  setup_refused: {
    status: 422,
    title: '不能完成首次设置',
    advice: '请核对控制台上显示的一次性设置码；已经设置过的系统请直接登录。',
  },
  locked: {
    status: 429,
    title: '登录尝试过多，已暂时锁定',
    advice: '请稍后再试；忘记密码请联系系统管理员重置。',
  },
  too_many: { status: 429, title: '操作太频繁', advice: '请稍等片刻再试。' },
  calendar_year_empty: {
    status: 422,
    title: '放假安排是空的',
    advice: '请载入国务院办公厅通知的完整放假安排。',
  },
  calendar_day_invalid: { status: 422, title: '放假安排中有无效日期', advice: correct },
  calendar_without_working_day: { status: 422, title: '全年没有工作日', advice: correct },
  calendar_year_duplicate: { status: 422, title: '同一年的放假安排重复', advice: '请只保留一份。' },
  working_day_count_invalid: { status: 422, title: '工作日数无效', advice: correct },
  calendar_exhausted: { status: 422, title: '一年内找不到工作日', advice: '请检查放假安排。' },
  due_rule_invalid: { status: 422, title: '期限算法填写不对', advice: correct },
  recurrence_invalid: { status: 422, title: '循环规则填写不对', advice: correct },
  internal: { status: 500, title: '系统出错', advice: `刚才的操作没有生效，请稍后重试。${askAdministrator}` },
  storage_full: { status: 507, title: '服务器存储空间不足', advice: '请联系系统管理员清理磁盘空间后重试。' },
  unavailable: { status: 503, title: '系统暂时不能使用', advice: '数据库暂时连接不上，请稍后重试。' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemCatalogue;
