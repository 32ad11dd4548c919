/**
 * `node test/bench/remedy.mjs`: all 14 remedies of a county of 300 schools (every tenth integrated) on the built program,
 * single thread; one JSON line a figure, beside a clerk's greedy in plain floating point: every school to its line, then
 * the poorest to the county's mean, again and again.
 */
import { loadStandards, standardsDirectory } from '../../dist/libs/campaign-pack/index.js';
import {
  buildSections,
  countyRemedies,
  exampleCosts,
  lineOf,
  purchaseUnitsFor,
  schoolRemedy,
  standardAsOf,
} from '../../dist/libs/indicator-engine/index.js';
import { median } from './measure.mjs';

const size = 300;
const n = 7;
const standard = standardAsOf(loadStandards(standardsDirectory()), null, '2026-09-01');
const schools = county();
const { sections } = buildSections(schools, standard);
const terms = { standard, costs: exampleCosts, units: purchaseUnitsFor(schools), aim: 'national' };

const added = countyRemedies(sections, terms, 'add');
const greedy = added.map(greedyUnits);
const yardstickValue = await median(n, () => void added.map(greedyUnits));
const yardstick = 'greedy: to the line, then the poorest to the mean';

for (const mode of ['add', 'move']) {
  const value = await median(n, () => void countyRemedies(sections, terms, mode));
  const figure = `14 remedies of ${size} schools, mode ${mode}`;
  print({ bench: `remedy-${mode}`, figure, unit: 'ms', value, yardstick, yardstickValue, limit: 2000, n });
}
const bySchool = schools.map((school) => sections.filter((section) => section.school === school));
const each = await median(n, () => void bySchool.map((own) => schoolRemedy(own, terms)));
print({ bench: 'remedy-schools', figure: `cheapest sets of ${size} schools`, unit: 'ms', value: each, n });

const factor = added.map(({ remedy }, index) => greedy[index] / Math.max(1, remedy.added));
print({
  bench: 'remedy-additions',
  figure: 'units the greedy adds for one of ours: least, middle and most of 14',
  value: [Math.min(...factor), factor.toSorted((a, b) => a - b)[7], Math.max(...factor)].map(rounded),
  limit: 1,
});
print({
  bench: 'remedy-bound',
  figure: 'remedies proven optimal of 14; units above the proven bound at most',
  value: [
    added.filter(({ remedy }) => remedy.optimal).length,
    Math.max(...added.map(({ remedy }) => remedy.added - remedy.lowerBound)),
  ],
});

function print(line) {
  console.log(JSON.stringify(line));
}

function rounded(value) {
  return Math.round(value * 1000) / 1000;
}

function greedyUnits({ indicator, stage, unit }) {
  const toNumber = ({ numerator, denominator }) => Number(numerator) / Number(denominator);
  const own = sections.filter((section) => section.stage === stage);
  const pupils = own.map(({ students }) => students);
  const have = own.map(({ amounts }) => toNumber(amounts[indicator].amount));
  const step = own.map(({ amounts }) => toNumber(amounts[indicator].share) * toNumber(unit));
  const limit = stage === 'primary' ? 0.5 : 0.45;
  const all = pupils.reduce((sum, count) => sum + count, 0);
  let total = 0;
  const give = (index, lacking) => {
    const units = Math.max(1, Math.ceil(lacking / step[index] - 1e-9));
    have[index] += units * step[index];
    total += units;
  };
  own.forEach(({ school }, index) => {
    const line = toNumber(lineOf(standard, indicator, stage, school.kind, 'national'));
    const lacking = line * pupils[index] - have[index];
    if (lacking > 1e-9) give(index, lacking);
  });
  for (;;) {
    const mean = have.reduce((sum, amount) => sum + amount, 0) / all;
    const variance = have.reduce((sum, x, i) => sum + (pupils[i] / all) * (x / pupils[i] - mean) ** 2, 0);
    if (Math.sqrt(variance) <= limit * mean) return total;
    const ratios = have.map((amount, index) => amount / pupils[index]);
    const poorest = ratios.indexOf(Math.min(...ratios));
    give(poorest, mean * pupils[poorest] - have[poorest]);
  }
}

/** Between a fifth of the lines and twice as much; every tenth figure six times that, as in a school not yet full. */
function county() {
  const random = generator(20_260_901);
  return Array.from({ length: size }, (_, index) => {
    const place = random();
    const kind = place < 0.1 ? 'nine_year' : place < 0.6 ? 'primary' : 'junior';
    const pupils = () => 60 + Math.floor(random() ** 2 * 1900);
    const primary = kind === 'junior' ? null : pupils();
    const junior = kind === 'primary' ? null : pupils();
    const plenty = () => (0.2 + 1.8 * random()) * (random() < 0.1 ? 6 : 1);
    const some = (perPupil, digits) => ((primary + junior) * perPupil * plenty()).toFixed(digits);
    const staff = (perHundred) => {
      const of = (count) =>
        count === null ? null : String(Math.round((count * perHundred * plenty()) / 100));
      return { primary: of(primary), junior: of(junior) };
    };
    return {
      code: String(index + 1),
      name: `第${index + 1}学校`,
      kind,
      township: null,
      locale: 'town',
      founder: 'public',
      inScope: true,
      exclusionReason: null,
      students: { primary, junior, senior: null },
      classes: { primary: null, junior: null },
      aboveDegree: staff(5),
      backbone: staff(1),
      arts: staff(0.9),
      roomArea: some(5, 2),
      sportsArea: some(8, 1),
      equipment: some(0.22, 4),
      networkRooms: some(0.024, 0),
      musicRooms: 1,
      artRooms: 1,
    };
  });
}

function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
