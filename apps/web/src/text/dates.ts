/** Chinese wording of dates and of the distance to a due date; the arithmetic itself is the server's. */
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

function parts(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

/** `2026-03-05` → `2026年3月5日（周四）` */
export function formatDate(date: string): string {
  const [year, month, day] = parts(date);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  return `${year}年${month}月${day}日（周${weekday}）`;
}

/** `2026-03-05` → `3月5日` within the same year as today, else `2026年3月5日` */
export function formatDateShort(date: string, today?: string): string {
  const [year, month, day] = parts(date);
  return today?.startsWith(`${year}-`) ? `${month}月${day}日` : `${year}年${month}月${day}日`;
}

const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** An instant → `2026年3月5日 09:30`, Beijing time. */
export function formatInstant(instant: string): string {
  const found = Object.fromEntries(shanghai.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  return `${found['year']}年${found['month']}月${found['day']}日 ${found['hour']}:${found['minute']}`;
}

export interface Due {
  standing: string;
  workingDaysLeft: number | null;
  effectiveDueOn: string | null;
}

/** What stands beside a due date: 还有 5 个工作日, 今天到期, 逾期 3 个工作日. */
export function remainingText(due: Due, today: string): string {
  const left = due.workingDaysLeft;
  if (due.effectiveDueOn === null || left === null) return dueText.undetermined;
  if (due.standing === 'overdue' || left < 0)
    return left === 0 ? dueText.lateWithoutWorkday : dueText.late(-left);
  if (due.effectiveDueOn === today) return dueText.today;
  return left === 0 ? dueText.noWorkdayLeft : dueText.left(left);
}

const millisecondsPerDay = 86_400_000;

/** Days since 1970: what an axis is drawn by. */
export const dayNumberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;

/** The first day of a month counted from 0; months beyond December run on into the next year. */
export const dayNumberOfMonth = (year: number, month: number): number =>
  Date.UTC(year, month, 1) / millisecondsPerDay;

/** The days of a month in weeks from Monday to Sunday; null where a week begins or ends outside it. */
export function monthCells(year: number, month: number): (string | null)[] {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const days = Array.from(
    { length },
    (_, day) => `${year}-${String(month).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`,
  );
  return [...Array.from({ length: before }, () => null), ...days];
}

export const dueText = {
  undetermined: '期限待定',
  today: '今天到期',
  noWorkdayLeft: '到期前已无工作日',
  lateWithoutWorkday: '已逾期，不足 1 个工作日',
  left: (days: number) => `还有 ${days} 个工作日`,
  late: (days: number) => `逾期 ${days} 个工作日`,
  provisional: '暂定',
  provisionalHint: '期限所在年份的放假安排尚未公布，日期暂按周末推算，公布后可能调整。',
  extendedTo: (date: string) => `扣除审核、中止时间后为 ${date}`,
};
