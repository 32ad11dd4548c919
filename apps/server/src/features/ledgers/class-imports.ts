import type { ClassRecord } from '#indicator-engine';
import { DomainError, formatDate } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { ServerConfig } from '../../config/server-config.js';
import { CONFIG } from '../../database/core.module.js';
import { UnitOfWork, type Work, type WorkScope } from '../../database/unit-of-work.js';
import {
  Evaluations,
  readClasses,
  readSchoolRegister,
  readSheets,
  type ReadingLimits,
  readingLimits,
  requireImporter,
  Standards,
  type TableReading,
} from '../indicators/indicators.module.js';
import { noteRun, startRun } from './class-import-runs.queries.js';
import type { ImportPhase } from './class-imports.dto.js';
import type { LedgerTools } from './follow-data.js';
import { LedgerKinds } from './ledger-kinds.js';
import type { ClassFileForm } from './receive-class-file.js';
import { stageClassImport } from './stage-class-import.js';

/** The largest county has fewer classes. */
export const mostClasses = 100_000;
const headerRows = 6;
const classLimits: ReadingLimits = {
  ...readingLimits,
  milliseconds: 120_000,
  rows: mostClasses + headerRows,
};
const beatMs = 500;

type Report = (phase: ImportPhase, rowsDone: number, rowsTotal: number | null) => void;

/** At the edge: reads files of classes, which takes longer than one transaction may, and says how far it has come. */
@Injectable()
export class ClassImports {
  readonly tools: LedgerTools;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    standards: Standards,
    evaluations: Evaluations,
    kinds: LedgerKinds,
    @Inject(CONFIG) config: ServerConfig,
  ) {
    this.tools = { kinds, standards, evaluations, origin: config.origin };
  }

  /**
   * Reads a file and stores what is good of it, for confirmation; all or nothing.
   * @param report hears of every step; the run in the database hears of some
   * @throws DomainError `import_refused`, `rule_refused` for a day to come or without schools, `request_reused`
   */
  async read(scope: WorkScope, form: ClassFileForm, report: Report = () => undefined): Promise<void> {
    const register = await this.unitOfWork.run(scope, async (work) => {
      await requireImporter(work, this.tools.standards);
      requirePast(work, form);
      if (!(await startRun(work, form))) throw new DomainError('request_reused');
      return namesOf(work);
    });
    const beats = new RunBeats((now) => this.unitOfWork.run(scope, (work) => noteRun(work, form.id, now)));
    const tell: Report = (phase, rowsDone, rowsTotal) => {
      report(phase, rowsDone, rowsTotal);
      beats.note({ phase, rowsDone, rowsTotal });
    };
    try {
      const reading = await readFile(form, register, tell);
      await this.unitOfWork.run(scope, (work) =>
        stageClassImport(work, form, reading, (rows) => tell('storing', rows, reading.accepted.length)),
      );
      await beats.end({ phase: 'ready', rowsDone: reading.rowsRead, rowsTotal: reading.rowsRead });
    } catch (error) {
      const problem = error instanceof DomainError ? error.message : '程序内部出错';
      await beats.end({ phase: 'failed', rowsDone: 0, rowsTotal: null, problem });
      throw error;
    }
  }
}

async function readFile(
  { fileName, bytes }: ClassFileForm,
  register: ReadonlyMap<string, string>,
  tell: Report,
): Promise<TableReading<ClassRecord>> {
  const { sheets } = await readSheets(fileName, bytes, {
    ...classLimits,
    onRows: (rows) => tell('reading', rows, null),
  });
  tell('checking', 0, Math.max(0, ...sheets.map(({ rows }) => rows.length)));
  return readClasses(sheets, register);
}

function requirePast(work: Work, { asOf }: ClassFileForm): void {
  if (asOf <= work.today) return;
  const message = `普查日期不能晚于今天（${formatDate(work.today)}）`;
  throw new DomainError('rule_refused', {
    detail: `${message}。`,
    errors: [{ pointer: '/asOf', message }],
  });
}

async function namesOf(work: Work): Promise<ReadonlyMap<string, string>> {
  const register = await readSchoolRegister(work);
  if (register.size === 0) {
    throw new DomainError('rule_refused', {
      detail: '还没有学校数据，无法核对班级属于哪所学校。请先导入学校基本情况表。',
    });
  }
  return new Map([...register.values()].map(({ code, name }) => [code, name]));
}

interface Beat {
  readonly phase: ImportPhase;
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
  readonly problem?: string;
}

/** Writes down how far a run is, at most twice a second and one after the other. */
class RunBeats {
  private last = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (beat: Beat) => Promise<void>) {}

  note(beat: Beat): void {
    const now = performance.now();
    if (now - this.last < beatMs) return;
    this.last = now;
    // A beat that is lost costs nothing; the end of the run is written in any case.
    this.writing = this.writing.then(() => this.write(beat)).catch(() => undefined);
  }

  async end(beat: Beat): Promise<void> {
    await this.writing;
    await this.write(beat);
  }
}
