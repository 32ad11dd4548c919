import { loadStandards, standardsDirectory } from '#campaign-pack';
import {
  type ResourceIndicator,
  type SchoolKind,
  type SchoolRecord,
  type Stage,
  type Standard,
  standardAsOf,
} from '#indicator-engine';
import { civilDate } from '#kernel';
import { repeatable } from './repeatable.js';

/** The national standard as the product ships it. */
export function nationalStandard(): Standard {
  return standardAsOf(loadStandards(standardsDirectory()), null, civilDate('2026-09-01'));
}

/** A school of 100 pupils a stage that stands exactly at every national line of primary schools. */
export function schoolAtLine(changes: Partial<SchoolRecord> = {}): SchoolRecord {
  return {
    code: '1',
    name: '第一小学',
    kind: 'primary',
    township: null,
    locale: 'town',
    founder: 'public',
    inScope: true,
    exclusionReason: null,
    students: { primary: 100, junior: null, senior: null },
    classes: { primary: 3, junior: null },
    aboveDegree: { primary: '4.2', junior: null },
    backbone: { primary: '1', junior: null },
    arts: { primary: '0.9', junior: null },
    roomArea: '450',
    sportsArea: '750',
    equipment: '20',
    networkRooms: '2.3',
    musicRooms: 1,
    artRooms: 1,
    ...changes,
  };
}

/**
 * A county whose schools have between a fifth of the lines and twice as much, and every tenth figure six times that, as a
 * new school not yet full has; `integrated` of the schools have both stages.
 */
export function sampleSchools(count: number, seed: number, integrated = 0.1): SchoolRecord[] {
  const random = repeatable(seed);
  return Array.from({ length: count }, (_, index) => {
    const place = random();
    const kind: SchoolKind = place < integrated ? 'nine_year' : place < 0.6 ? 'primary' : 'junior';
    const pupils = () => 60 + Math.floor(random() ** 2 * 1900);
    const students = {
      primary: kind === 'junior' ? null : pupils(),
      junior: kind === 'primary' ? null : pupils(),
      senior: null,
    };
    const plenty = () => (0.2 + 1.8 * random()) * (random() < 0.1 ? 6 : 1);
    const all = (students.primary ?? 0) + (students.junior ?? 0);
    const some = (perPupil: number, digits = 0) => (all * perPupil * plenty()).toFixed(digits);
    const staff = (perHundred: number) => {
      const of = (number: number | null) =>
        number === null ? null : String(Math.round((number * perHundred * plenty()) / 100));
      return { primary: of(students.primary), junior: of(students.junior) };
    };
    return schoolAtLine({
      code: String(index + 1),
      name: `第${index + 1}学校`,
      kind,
      students,
      classes: { primary: null, junior: null },
      aboveDegree: staff(5),
      backbone: staff(1),
      arts: staff(0.9),
      roomArea: some(5, 2),
      sportsArea: some(8, 1),
      equipment: some(0.22, 4),
      networkRooms: some(0.024),
    });
  });
}

const staffFields = { C1: 'aboveDegree', C2: 'backbone', C3: 'arts' } as const;
const sharedFields = { C4: 'roomArea', C5: 'sportsArea', C6: 'equipment', C7: 'networkRooms' } as const;

/** The school with so much more of one resource, in 人, ㎡, 元 or 间. */
export function withMore(
  school: SchoolRecord,
  id: ResourceIndicator,
  stage: Stage | null,
  amount: number,
): SchoolRecord {
  const add = (text: string | null, more: number) => (Number(text) + more).toFixed(6);
  if (id === 'C1' || id === 'C2' || id === 'C3') {
    const field = staffFields[id];
    const key = stage ?? 'primary';
    return { ...school, [field]: { ...school[field], [key]: add(school[field][key], amount) } };
  }
  const field = sharedFields[id];
  return { ...school, [field]: add(school[field], id === 'C6' ? amount / 10_000 : amount) };
}
