import { loadMilestones, milestonesDirectory } from '#campaign-pack';
import { type CivilDate, addDays, civilDate, daysBetween } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { courseOf, type DateVersion, type MilestoneCourse, openingOf } from './milestone-course.js';
import { standingOf } from './project-standing.js';

const { milestones: chain } = loadMilestones(milestonesDirectory());
const today = civilDate('2022-09-15');

/** `start planned 2022-03-01` or `start planned 2022-04-01 v2 2022-03-20`, the last being the day of entry. */
function dates(...told: readonly string[]): DateVersion[] {
  return told.map((one) => {
    const [milestone = '', kind = '', day = '', version = 'v1', enteredOn = '2022-01-01'] = one.split(' ');
    return {
      milestone,
      kind: kind as DateVersion['kind'],
      version: Number(version.slice(1)),
      day: day === 'none' ? null : civilDate(day),
      reason: version === 'v1' ? null : '雨季',
      evidence: null,
      enteredOn: civilDate(enteredOn),
      by: '政府办',
    };
  });
}

const of = (courses: readonly MilestoneCourse[], id: string): MilestoneCourse => {
  const found = courses.find(({ milestone }) => milestone.id === id);
  if (!found) throw new Error(`no milestone ${id}`);
  return found;
};
const short = (courses: readonly MilestoneCourse[], id: string) => {
  const { forecast, slipFirst, slipPlanned, late } = of(courses, id);
  return [forecast, slipFirst, slipPlanned, late];
};

describe('slippage and forecast', () => {
  it('leaves unknown what nobody planned', () => {
    expect(
      courseOf(chain, [], today).map(({ forecast, slipFirst, late }) => [forecast, slipFirst, late]),
    ).toEqual(chain.map(() => [null, null, false]));
    const happened = courseOf(chain, dates('start actual 2022-05-01'), today);
    expect(short(happened, 'start')).toEqual(['2022-05-01', null, null, false]);
  });

  it('moves what follows by the days a milestone came late, and not by those it came early', () => {
    const plan = ['start planned 2022-05-01', 'completion planned 2022-10-01', 'opening planned 2022-12-01'];
    const late = courseOf(chain, dates(...plan, 'start actual 2022-05-21'), today);
    expect([short(late, 'start'), short(late, 'completion'), short(late, 'opening')]).toEqual([
      ['2022-05-21', 20, 20, false],
      ['2022-10-21', 20, 20, false],
      ['2022-12-21', 20, 20, false],
    ]);
    expect(of(late, 'opening').explanation).toBe(
      '首次计划2022年12月1日；“开工”滞后 20 天，此后没有改期，顺延 20 天；比首次计划晚 20 天',
    );
    const early = courseOf(chain, dates(...plan, 'start actual 2022-04-11'), today);
    expect([short(early, 'start'), short(early, 'opening')]).toEqual([
      ['2022-04-11', -20, -20, false],
      ['2022-12-01', 0, 0, false],
    ]);
  });

  it('expects a late milestone today at the earliest, and lets a later one that happened end the slip', () => {
    const plan = dates(
      'start planned 2022-09-01',
      'completion planned 2022-09-20',
      'opening planned 2022-12-01',
    );
    const open = courseOf(chain, plan, today);
    expect([short(open, 'start'), short(open, 'completion')]).toEqual([
      ['2022-09-15', 14, 14, true],
      ['2022-10-04', 14, 14, false],
    ]);
    const made = courseOf(chain, [...plan, ...dates('completion actual 2022-09-14')], today);
    expect([short(made, 'start')[3], openingOf(made)]).toEqual([true, '2022-12-01']);
  });

  it('does not move what was planned anew after the missed day, and measures against both plans', () => {
    const course = courseOf(
      chain,
      dates(
        'start planned 2022-05-01',
        'start actual 2022-06-10',
        'completion planned 2022-10-01',
        'completion planned 2022-11-20 v2 2022-05-10',
        'opening planned 2022-12-01',
      ),
      today,
    );
    expect([short(course, 'completion'), short(course, 'opening')]).toEqual([
      ['2022-11-20', 50, 0, false],
      ['2023-01-10', 40, 40, false],
    ]);
    expect(of(course, 'completion').explanation).toBe(
      '首次计划2022年10月1日；第 2 版计划2022年11月20日（雨季）；比首次计划晚 50 天；与现行计划一致',
    );
    const before = courseOf(
      chain,
      dates(
        'start planned 2022-05-01',
        'start actual 2022-06-10',
        'opening planned 2022-12-05 v2 2022-04-01',
      ),
      today,
    );
    expect(openingOf(before)).toBe('2023-01-14');
  });

  it('keeps the first plan when a planned day is taken back, and takes back an actual day', () => {
    const course = courseOf(
      chain,
      dates(
        'start planned 2022-05-01',
        'start planned none v2 2022-04-01',
        'land actual 2022-03-01',
        'land actual none v2',
      ),
      today,
    );
    expect([short(course, 'start'), of(course, 'land').actual]).toEqual([[null, null, null, false], null]);
    expect(of(course, 'start').explanation).toBe('首次计划2022年5月1日；已取消计划日期（雨季）');
  });

  it('of one plan without changes: a delay of n days of a milestone delays the opening by n, whatever n is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 400 }), (late, days) => {
        const planned = (index: number): CivilDate => addDays(civilDate('2023-01-01'), index * 60);
        const plan = chain.map(({ id }, index) => `${id} planned ${planned(index)}`);
        const told = dates(...plan, `${chain[late]?.id} actual ${addDays(planned(late), days)}`);
        const opening = openingOf(courseOf(chain, told, today));
        expect(opening && daysBetween(planned(8), opening)).toBe(days);
      }),
    );
  });
});

describe('how far a project has come', () => {
  const standing = (told: readonly string[], lastReportOn: string | null = null, cancelled = false) =>
    standingOf(
      { cancelled, lastReportOn: lastReportOn === null ? null : civilDate(lastReportOn) },
      courseOf(chain, dates(...told), today),
      today,
    );

  it('counts a school in use as built but never as accepted', () => {
    const { state, started, completed, accepted, openedUnaccepted } = standing(['opening actual 2022-09-01']);
    expect([state, started, completed, accepted, openedUnaccepted]).toEqual([
      'opened',
      true,
      true,
      false,
      true,
    ]);
    expect(standing(['structure actual 2022-09-01']).state).toBe('planned');
    expect(standing(['acceptance actual 2022-09-01']).state).toBe('accepted');
  });

  it('misses a report of this month until nothing is left to report', () => {
    const done = ['opening actual 2022-09-01', 'acceptance actual 2022-08-30'];
    expect(
      [
        standing([]),
        standing([], '2022-08-31'),
        standing([], '2022-09-01'),
        standing(done, '2022-08-31'),
      ].map(({ unreported }) => unreported),
    ).toEqual([true, true, false, false]);
    expect([standing([], null, true).unreported, standing([], null, true).state]).toEqual([
      false,
      'cancelled',
    ]);
  });
});
