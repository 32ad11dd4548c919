import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { keepsSchoolData } from '../require-importer.js';
import type { Standards } from '../standards.js';

/** What-ifs are written by both offices and by the unit that leads the resource indicators; every member reads them. */
export async function mayProject(work: Work, standards: Standards): Promise<boolean> {
  const { role } = work.actor;
  if (role === 'government_office' || role === 'supervision_office') return true;
  return keepsSchoolData(work, standards);
}

/** @throws DomainError `forbidden` */
export async function requireProjector(work: Work, standards: Standards): Promise<void> {
  if (await mayProject(work, standards)) return;
  const names = standards.keepersOfSchoolData.join('、');
  throw new DomainError('forbidden', { detail: `推演方案由政府办、督查和${names}编写，其他单位可以查看。` });
}
