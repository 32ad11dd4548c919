import {
  type CountyInputs,
  type CountyResult,
  evaluateCounty,
  fingerprintOf,
  type SchoolRecord,
  type Standard,
} from '#indicator-engine';
import { Injectable } from '@nestjs/common';
import { type CivilDate, civilDate, DomainError, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { countyInputs } from './county/county-inputs.js';
import { type Entered, readEntered } from './county/entered.queries.js';
import { readDataSets } from './data-sets.queries.js';
import type { EvaluationQuery } from './indicators.dto.js';
import type { DataSetRow } from './school-imports.dto.js';
import { readClasses, readSchools } from './school-records.queries.js';
import { Standards } from './standards.js';

/** What the standard of one day makes of one data set. */
export interface Evaluation {
  readonly dataSet: DataSetRow | null;
  readonly asOf: CivilDate;
  readonly standard: Standard;
  readonly schools: readonly SchoolRecord[];
  /** What the county entered itself, as it stood on the day. */
  readonly entered: Entered;
  readonly result: CountyResult;
}

type Computed = Pick<Evaluation, 'schools' | 'result'>;

const mostKept = 8;

/** Data sets and what was entered never change, and the engine always answers the same, so results may be kept. */
@Injectable()
export class Evaluations {
  private readonly kept = new Map<string, Computed>();

  constructor(private readonly standards: Standards) {}

  /**
   * Of the chosen data set, or the newest as of the day, with what the county entered by then; `knownOn` leaves out
   * whatever came in later, so that an old report comes out again to the digit.
   * @throws DomainError `not_found` for an unknown data set, `rule_refused` for a day to come
   */
  async evaluate(work: Work, query: EvaluationQuery): Promise<Evaluation> {
    const asOf = query.asOf === undefined ? work.today : civilDate(query.asOf);
    if (asOf > work.today) throw dayToCome(work.today);
    const knownOn = query.knownOn === undefined ? null : civilDate(query.knownOn);
    const dataSet = await chooseDataSet(work, query.dataSetId, asOf, knownOn);
    const standard = await this.standards.ofCampaign(work, asOf);
    const entered = await readEntered(work, { asOf, knownOn });
    const county = countyInputs(entered, standard);
    const key = `${dataSet?.id} ${asOf} ${standard.fingerprint} ${fingerprintOf(county)}`;
    const computed = this.kept.get(key) ?? (await compute(work, dataSet, county, standard));
    this.keep(key, computed);
    return { dataSet, asOf, standard, entered, ...computed };
  }

  /** In force today. */
  standard(work: Work): Promise<Standard> {
    return this.standards.ofCampaign(work, work.today);
  }

  /** The one used longest ago makes room. */
  private keep(key: string, computed: Computed): void {
    this.kept.delete(key);
    this.kept.set(key, computed);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
  }
}

async function chooseDataSet(
  work: Work,
  id: string | undefined,
  until: CivilDate,
  knownOn: CivilDate | null,
): Promise<DataSetRow | null> {
  const [chosen = null] = await readDataSets(work, id === undefined ? { until, knownOn } : { id, knownOn });
  if (id !== undefined && !chosen) throw new DomainError('not_found', { detail: '没有这份学校数据。' });
  return chosen;
}

async function compute(
  work: Work,
  dataSet: DataSetRow | null,
  county: CountyInputs,
  standard: Standard,
): Promise<Computed> {
  const schools = dataSet ? await readSchools(work, dataSet.id) : [];
  const classes = dataSet?.classes ? await readClasses(work, dataSet.id) : null;
  return { schools, result: evaluateCounty({ schools, classes, county }, standard) };
}

function dayToCome(today: CivilDate): DomainError {
  const message = `评估日期不能晚于今天（${formatDate(today)}）`;
  return new DomainError('rule_refused', { detail: `${message}。`, errors: [{ pointer: '/asOf', message }] });
}
