import type { Work } from '../../database/unit-of-work.js';
import { readClasses, readSchoolRegister, readSheets } from '../indicators/indicators.module.js';
import type { ClassImportResult } from './class-imports.dto.js';
import { confirmClassImport } from './confirm-class-import.js';
import type { LedgerTools } from './follow-data.js';
import { classFile, type ClassFileForm } from './receive-class-file.js';
import { stageClassImport } from './stage-class-import.js';

/**
 * Reads, stores and confirms a file of classes in one transaction, all rows or none; for programs, which ask nobody.
 * @throws DomainError `import_refused` for what cannot be read, `rule_refused` for rows with errors
 */
export async function importClasses(
  work: Work,
  tools: LedgerTools,
  file: Omit<ClassFileForm, 'id' | 'sha256'>,
): Promise<ClassImportResult> {
  const form = classFile({ ...file, id: work.newId() });
  const { sheets } = await readSheets(form.fileName, form.bytes);
  const register = await readSchoolRegister(work);
  const names = new Map([...register.values()].map(({ code, name }) => [code, name]));
  await stageClassImport(work, form, await readClasses(sheets, names), () => undefined);
  return confirmClassImport(work, tools, form.id, false);
}
