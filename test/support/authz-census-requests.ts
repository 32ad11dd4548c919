import { campaign, type Prepare } from './authz-request.js';
import type { AuthzStage } from './authz-stage.js';
import { classCsv, classForm } from './class-table.js';

let sent = 0;

/** A file that nobody has sent before. */
function newClasses({ standing }: AuthzStage): Buffer {
  sent += 1;
  return classCsv([
    { school: standing.schoolCode, stage: '小学', grade: 1, name: `${(sent % 90) + 1}班`, students: 40 },
  ]);
}

const standingImport: Prepare = ({ standing }) => ({ parameters: { id: standing.classImportId } });

const ofClasses: Prepare = () => ({ parameters: { kind: 'large_class' } });

/** What the routes of class censuses and of the ledgers' sums need beyond the ids in their paths. */
export const censusRequests: Readonly<Record<string, Prepare>> = {
  [`POST ${campaign}/class-imports`]: (stage) => ({ body: classForm({ bytes: newClasses(stage) }) }),
  [`GET ${campaign}/class-imports/{id}`]: standingImport,
  [`POST ${campaign}/class-imports/{id}/confirmation`]: ({ standing }) => ({
    parameters: { id: standing.classImportId },
    body: { goodRowsOnly: false },
  }),
  [`GET ${campaign}/class-imports/{id}/errors.xlsx`]: standingImport,
  [`GET ${campaign}/ledgers/{kind}/summary`]: ofClasses,
  [`GET ${campaign}/ledgers/{kind}/burn-down`]: ofClasses,
  [`PUT ${campaign}/ledgers/{kind}/targets/{year}`]: () => ({
    parameters: { kind: 'large_class', year: '2022' },
    body: { quantity: 10, basis: '工作方案' },
  }),
};
