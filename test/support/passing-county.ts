import { civilDate } from '#kernel';
import {
  type CountyResult,
  evaluateCounty,
  type IndicatorResult,
  type ClassRecord,
  type CountyInputs,
  type EvaluationInput,
  type Judgement,
} from '#indicator-engine';
import { nationalStandard, schoolAtLine } from './sample-county.js';

/** A county that meets everything, to be spoiled one figure at a time. */
export const standard = nationalStandard();
export const day = civilDate('2026-06-01');

export const judgement = (indicator: string, changes: Partial<Judgement> = {}): Judgement => ({
  indicator,
  test: null,
  point: null,
  outcome: 'met',
  judgedOn: day,
  unit: '教育局',
  confirmedOn: day,
  evidence: null,
  ...changes,
});

const groups = ['students', 'parents', 'teachers', 'principals', 'deputies', 'members', 'public'];
export const allFigures: Readonly<Record<string, string>> = {
  specialFunds: '600000',
  specialStudents: '100',
  teacherSalary: '90000',
  civilServantSalary: '90000',
  trainedTeachers: '500',
  trainingTeachers: '500',
  exchangedTeachers: '50',
  eligibleTeachers: '500',
  exchangedBackbone: '10',
  certifiedTeachers: '900',
  teachers: '900',
  nearbyPrimary: '4000',
  zonedPrimary: '4000',
  nearbyJunior: '1900',
  zonedJunior: '2000',
  allocatedQuota: '500',
  enrolmentPlan: '1000',
  migrantPublic: '800',
  migrantPurchased: '50',
  migrantEligible: '1000',
  graduates: '950',
  transferredIn: '20',
  transferredOut: '20',
  enteredJunior: '1000',
  died: '0',
  disabledEnrolled: '95',
  disabledAge: '100',
  lowestLevel: '3',
  highestDifference: '0.1499',
  ...Object.fromEntries(
    groups.flatMap((each) => [
      [`satisfied.${each}`, '85'],
      [`asked.${each}`, '100'],
    ]),
  ),
};

export const allJudgements: readonly Judgement[] = [
  ...['C8', 'C17', 'C25', 'C27', 'C28', 'C29', 'C30'].map((each) => judgement(each)),
  ...['building', 'staffing', 'funds', 'equipment'].map((each) => judgement('C9', { test: each })),
  judgement('C15', { test: 'performance' }),
  judgement('C21', { test: 'rural' }),
  judgement('C22', { test: 'care' }),
];

export const school = schoolAtLine();
export const classes: readonly ClassRecord[] = [1, 2, 3].map((grade) => ({
  school: school.code,
  stage: 'primary',
  grade,
  name: '1班',
  students: 33,
}));
export const county: CountyInputs = {
  figures: allFigures,
  schoolFigures: { [school.code]: { trainingFunds: '5', publicFundsBudget: '100' } },
  judgements: allJudgements,
  vetoes: [],
};
export const passing: EvaluationInput = { schools: [school], classes, county };

export const evaluate = (changes: Partial<EvaluationInput> = {}): CountyResult =>
  evaluateCounty({ ...passing, ...changes }, standard);
export const indicatorOf = (id: string, changes: Partial<EvaluationInput> = {}): IndicatorResult => {
  const found = evaluate(changes).indicators.find(({ indicator }) => indicator === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
export const withFigures = (figures: Readonly<Record<string, string | null>>): Partial<EvaluationInput> => ({
  county: { ...county, figures: { ...allFigures, ...figures } },
});
