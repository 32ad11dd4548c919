import { type SchoolRecord, type Standard } from '#indicator-engine';
import { civilDate, type CivilDate, DomainError, formatDate } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { remarkOnAskingTasks } from '../../tasks/tasks.module.js';
import { checkFigures, type TypedFigure } from './check-figures.js';
import type { RecordFigures } from './county-figures.dto.js';
import { readEntered } from './entered.queries.js';
import { countyKeys } from './figure-keys.js';
import { mayEnterFigures } from './may-enter-figures.js';
import { recorderName } from './recorder-name.js';

/**
 * Records figures of one day, all or none; every fault of the request stands in one answer. Tasks that ask for an
 * indicator's data every year are told.
 * @returns how many were recorded
 * @throws DomainError `forbidden`, `rule_refused` for what is wrong, `needs_confirmation` for what is doubtful
 */
export async function recordFigures(
  work: Work,
  input: RecordFigures,
  standard: Standard,
  schools: readonly SchoolRecord[],
): Promise<number> {
  const typed = input.figures.map(({ key, school, value }) => ({ key, school: school ?? null, value }));
  await refuseStrangers(work, standard, typed);
  const asOf = pastDay(work, input.asOf, '/asOf', '数据日期');
  const entered = await readEntered(work, { asOf, knownOn: null });
  const current = new Map(entered.figures.map((each) => [`${each.key} ${each.school ?? ''}`, each.value]));
  const { figures, faults, questions } = checkFigures(typed, {
    standard,
    schools: new Set(schools.map(({ code }) => code)),
    current: (key, school) => current.get(`${key} ${school ?? ''}`) ?? null,
  });
  if (faults.length > 0)
    throw new DomainError('rule_refused', {
      detail: `有 ${faults.length} 处填写不对，都没有保存。`,
      errors: faults,
    });
  if (questions.length > 0 && input.confirmed !== true)
    throw new DomainError('needs_confirmation', {
      detail: `有 ${questions.length} 个数与上次相差很大，还没有保存。`,
      errors: questions,
    });
  await insertFigures(work, figures, asOf, input.note?.trim() || null);
  const keys = new Set(figures.map(({ key }) => key));
  const indicators = countyKeys(standard).flatMap(({ key, indicator }) => (keys.has(key) ? [indicator] : []));
  const note = `${recorderName(work)}已填报截至${formatDate(asOf)}的数据，请核对后提交`;
  await remarkOnAskingTasks(work, { action: 'data_told', indicators }, note);
  return figures.length;
}

async function refuseStrangers(work: Work, standard: Standard, typed: readonly TypedFigure[]): Promise<void> {
  const indicators = new Map(countyKeys(standard).map(({ key, indicator }) => [key, indicator]));
  const may = await mayEnterFigures(work, standard);
  const others = typed.flatMap(({ key }) => {
    const indicator = indicators.get(key);
    return indicator === undefined || may.figures(indicator) ? [] : [indicator];
  });
  if (others.length > 0) {
    const names = [...new Set(others)].join('、');
    throw new DomainError('forbidden', { detail: `${names} 的数由牵头单位和政府办填写。` });
  }
}

/** @throws DomainError `rule_refused` for a day to come */
export function pastDay(work: Work, text: string, pointer: string, what: string): CivilDate {
  const day = civilDate(text);
  if (day <= work.today) return day;
  const message = `${what}不能晚于今天（${formatDate(work.today)}）`;
  throw new DomainError('rule_refused', { detail: `${message}。`, errors: [{ pointer, message }] });
}

async function insertFigures(
  work: Work,
  figures: readonly TypedFigure[],
  asOf: CivilDate,
  note: string | null,
): Promise<void> {
  const rows = figures.map((each) => ({ ...each, id: work.newId() }));
  await work.manager.query(
    `INSERT INTO county_figure (campaign_id, id, figure_key, school_code, value, as_of, note, unit_name, recorded_by,
       recorded_at)
     SELECT $1, r.id, r.key, r.school, r.value, $3, $4, $5, $6, $7
     FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, key text, school text, value text)`,
    [work.campaignId, JSON.stringify(rows), asOf, note, recorderName(work), work.actor.accountId, work.now],
  );
}
