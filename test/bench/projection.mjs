/**
 * `node test/bench/projection.mjs`: a county of 300 schools through ten coming years on the built program, single thread;
 * one JSON line, beside ten plain evaluations of the same county in the same run.
 */
import { loadStandards, standardsDirectory } from '../../dist/libs/campaign-pack/index.js';
import { evaluateCounty, projectCounty, standardAsOf } from '../../dist/libs/indicator-engine/index.js';
import { sampleSchools } from '../../dist/test/support/sample-county.js';
import { median } from './measure.mjs';

const size = 300;
const years = 10;
const n = 3;
const standard = standardAsOf(loadStandards(standardsDirectory()), null, '2026-09-01');
const schools = sampleSchools(size, 7);
const enrolment = Array.from({ length: years }, (_, index) => ({
  year: 2027 + index,
  school: null,
  stage: 'primary',
  change: { kind: 'percent', percent: '-1.5' },
}));
const county = { figures: {}, schoolFigures: {}, judgements: [], vetoes: [] };
const assumptions = { name: 'bench', enrolment, projects: [] };
const input = { schools, dataYear: 2026, goalYear: 2026 + years, assumptions, standardOf: () => standard };

const value = await median(n, () => void projectCounty(input));
const yardstickValue = await median(n, () => {
  for (let year = 0; year < years; year += 1) evaluateCounty({ schools, classes: null, county }, standard);
});
const ratio = Math.round((value / yardstickValue) * 100) / 100;
const figure = `${size} schools through ${years} years, turns included`;
const yardstick = `${years} plain evaluations`;
console.log(
  JSON.stringify({ bench: 'projection', figure, unit: 'ms', value, yardstick, yardstickValue, ratio, n }),
);
