import { addDays, type CalendarYear, civilDate } from '#kernel';
import fc from 'fast-check';

/** Years with up to so many single days off and worked, anywhere, and one holiday of up to twelve days. */
export function randomYears(years: readonly number[], listed = 60): fc.Arbitrary<CalendarYear[]> {
  return fc.tuple(...years.map((year) => randomYear(year, listed)));
}

function randomYear(year: number, listed: number): fc.Arbitrary<CalendarYear> {
  const first = civilDate(`${year}-01-01`);
  const kind = fc.constantFrom('off' as const, 'work' as const);
  const single = fc.record({ offset: fc.nat({ max: 364 }), kind });
  const holiday = fc.record({ from: fc.nat({ max: 340 }), length: fc.integer({ min: 1, max: 12 }) });
  return fc
    .record({ singles: fc.array(single, { minLength: 1, maxLength: listed }), holiday })
    .map(({ singles, holiday: { from, length } }) => {
      const kinds = new Map(singles.map((one) => [one.offset, one.kind]));
      for (let offset = from; offset < from + length; offset += 1) kinds.set(offset, 'off');
      const days = [...kinds].map(([offset, of]) => ({
        date: addDays(first, offset),
        kind: of,
        name: '随机',
      }));
      return { year, notice: `${year}年随机安排`, days };
    });
}
