/**
 * `node test/bench/evaluate-nation.mjs`: judges a nation of 200,000 schools with both stages in 2,900 counties on the
 * built program, single thread; one JSON line a figure, beside a plain typed-array loop doing the same arithmetic.
 */
import { loadStandards, standardsDirectory } from '../../dist/libs/campaign-pack/index.js';
import { evaluateMany, standardAsOf } from '../../dist/libs/indicator-engine/index.js';
import { median } from './measure.mjs';

const schools = 200_000;
const counties = 2_900;
const lines = [
  [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3],
  [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4],
];
/** From whole units (0.1 teachers, 0.01 ㎡, 0.01 万元) to the line's unit. */
const factors = [100, 100, 10, 0.01, 0.01, 100, 100];
const limits = [0.5, 0.45];
const n = 9;

const standard = standardAsOf(loadStandards(standardsDirectory()), null, '2026-09-01');
const columns = nation();
const value = await median(n, () => void evaluateMany(columns, standard));
const yardstickValue = await median(n, () => void plainLoop(columns));
const memory = Math.round(process.memoryUsage().rss / 2 ** 20);

console.log(
  JSON.stringify({
    bench: 'evaluate-nation',
    figure: `${schools} schools × 2 stages × 7 indicators, ${counties} counties`,
    unit: 'ms',
    value,
    yardstick: 'plain typed-array loop, same arithmetic in floating point',
    yardstickValue,
    ratio: Math.round((value / yardstickValue) * 100) / 100,
    limit: 3,
    n,
  }),
);
console.log(
  JSON.stringify({
    bench: 'evaluate-nation-memory',
    figure: 'resident memory',
    unit: 'MB',
    value: memory,
    limit: 500,
  }),
);
console.log(
  JSON.stringify({
    bench: 'evaluate-nation-agreement',
    figure: 'section verdicts that differ from the plain loop, of 400000 (the plain loop rounds)',
    value: differing(evaluateMany(columns, standard), plainLoop(columns)),
  }),
);

/** Amounts scatter about the lines; one school in ten is integrated; one figure in a thousand is missing. */
function nation() {
  const size = schools * 2;
  const random = generator(20_260_901);
  const column = () => new Float64Array(size);
  const made = {
    counties,
    county: new Int32Array(size),
    stage: new Uint8Array(size),
    students: column(),
    amounts: factors.map(column),
    scales: [0, 0, 1, 2, 2, 2, 0],
    shareNumerator: column().fill(1),
    shareDenominator: column().fill(1),
  };
  for (let i = 0; i < size; i += 1) {
    const stage = i & 1;
    made.county[i] = Math.floor((i >> 1) / (schools / counties));
    made.stage[i] = stage;
    made.students[i] = 20 + Math.floor(random() * 1_900);
    if (i % 20 < 2) shareOut(made, i, stage, random);
    for (let j = 0; j < factors.length; j += 1) made.amounts[j][i] = amountOf(made, i, j, random);
  }
  return made;
}

function shareOut(made, i, stage, random) {
  const other = 20 + Math.floor(random() * 900);
  const own = made.students[i] * (stage === 0 ? 10 : 11);
  made.shareNumerator[i] = own;
  made.shareDenominator[i] = own + other * (stage === 0 ? 11 : 10);
}

function amountOf(made, i, j, random) {
  if (random() < 0.001) return Number.NaN;
  const share = j < 3 ? 1 : made.shareNumerator[i] / made.shareDenominator[i];
  return Math.round((lines[made.stage[i]][j] * made.students[i] * (0.8 + random())) / (factors[j] * share));
}

function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function plainLoop({ county, stage, students, amounts, shareNumerator, shareDenominator }) {
  const size = students.length;
  const [met, low, open] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)];
  const groups = counties * 2;
  const coefficients = new Float64Array(groups * factors.length);
  const verdicts = new Uint8Array(groups * factors.length);
  for (let j = 0; j < factors.length; j += 1) {
    const column = amounts[j];
    const factor = factors[j];
    const [primaryLine, juniorLine] = [lines[0][j], lines[1][j]];
    const shared = j >= 3;
    const [p, x, q] = [new Float64Array(groups), new Float64Array(groups), new Float64Array(groups)];
    for (let i = 0; i < size; i += 1) {
      const pupils = students[i];
      const amount = shared ? (column[i] * shareNumerator[i]) / shareDenominator[i] : column[i];
      if (Number.isNaN(amount)) {
        open[i] = 1;
        continue;
      }
      const ratio = (amount * factor) / pupils;
      const line = stage[i] === 0 ? primaryLine : juniorLine;
      if (ratio >= line) met[i] += 1;
      else if (ratio < line * 0.85) low[i] = 1;
      const group = county[i] * 2 + stage[i];
      p[group] += pupils;
      x[group] += amount;
      q[group] += (amount * amount) / pupils;
    }
    for (let group = 0; group < groups; group += 1) {
      const coefficient = Math.sqrt((p[group] * q[group]) / x[group] ** 2 - 1);
      coefficients[group * factors.length + j] = coefficient;
      verdicts[group * factors.length + j] = coefficient <= limits[group & 1] ? 0 : 1;
    }
  }
  const sections = met.map((count, i) => (open[i] === 1 ? 2 : count >= 6 && low[i] === 0 ? 0 : 1));
  return { sections, coefficients, verdicts };
}

function differing(results, plain) {
  let count = 0;
  for (let i = 0; i < plain.sections.length; i += 1) {
    if (results.sections[i] !== plain.sections[i]) count += 1;
  }
  return count;
}
