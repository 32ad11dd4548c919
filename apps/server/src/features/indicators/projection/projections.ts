import { standardAsOf, type Standard } from '#indicator-engine';
import { Injectable } from '@nestjs/common';
import { type CivilDate, civilDate } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { type Evaluation, Evaluations } from '../evaluations.js';
import { Standards } from '../standards.js';
import type { DataSetRow } from '../school-imports.dto.js';
import { dataYearOf } from './check-what-if.js';
import type { ProjectionView } from './projection.dto.js';
import { type ProjectionAnswer, projectionAnswer, type ProjectionBasis } from './projection-view.js';
import type { WhatIfRecord } from './what-ifs.queries.js';

const mostKept = 8;

/** Data sets never change and a version of a what-if does not either, so what was projected may be kept. */
@Injectable()
export class Projections {
  private readonly kept = new Map<string, ProjectionAnswer>();

  constructor(
    private readonly evaluations: Evaluations,
    private readonly standards: Standards,
  ) {}

  /** What the projection of a what-if rests on; read in a transaction, computed after it: a large county takes a while. */
  async basisOf(work: Work, whatIf: WhatIfRecord): Promise<KeptBasis> {
    const evaluation = await this.evaluations.evaluate(work, { dataSetId: whatIf.dataSet.id });
    const { id, name, content, goalYear, version } = whatIf;
    return { ...this.shared(whatIf, evaluation), id, name, content, goalYear, key: `${id} ${version}` };
  }

  /** The same data if nothing is done. */
  idleBasis(basis: KeptBasis, goalYear: number): KeptBasis {
    const content = { enrolment: [], projects: [] };
    return {
      ...basis,
      id: null,
      name: '什么都不做',
      content,
      goalYear,
      key: `${basis.dataSet.id} ${goalYear}`,
    };
  }

  view(basis: KeptBasis): ProjectionView {
    return { id: basis.id, dataSet: basis.dataSet, ...this.answer(basis).county };
  }

  answer(basis: KeptBasis): ProjectionAnswer {
    const key = `${basis.key} ${basis.standardOf(basis.dataYear).place}`;
    const answer = this.kept.get(key) ?? projectionAnswer(basis);
    this.kept.delete(key);
    this.kept.set(key, answer);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return answer;
  }

  private shared(
    { dataSet }: WhatIfRecord,
    { schools, standard }: Evaluation,
  ): Pick<KeptBasis, 'dataSet' | 'schools' | 'dataYear' | 'standardOf'> {
    const asOf = civilDate(dataSet.asOf);
    return {
      dataSet,
      schools,
      dataYear: dataYearOf(asOf),
      standardOf: standardsByYear((day) => standardAsOf(this.standards.catalogue, standard.place, day), asOf),
    };
  }
}

/** Of a data set; `key` names what can never change. */
export interface KeptBasis extends ProjectionBasis {
  readonly id: string | null;
  readonly dataSet: DataSetRow;
  readonly key: string;
}

/** The data's own year by the standard of the data's day, each coming year by that of its 1 September. */
export function standardsByYear(
  standardOn: (day: CivilDate) => Standard,
  asOf: CivilDate,
): (year: number) => Standard {
  const found = new Map<number, Standard>();
  return (year) => {
    const day = year === dataYearOf(asOf) ? asOf : civilDate(`${year}-09-01`);
    const standard = found.get(year) ?? standardOn(day);
    found.set(year, standard);
    return standard;
  };
}
