import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { schoolDataKeepers } from '../require-importer.js';
import type { Standards } from '../standards.js';

/** What-ifs are written by both offices and by the units that lead the resource indicators; every member reads them. */
export async function mayProject(work: Work, standards: Standards): Promise<boolean> {
  return inAnOffice(work) || (await schoolDataKeepers(work, standards)).includesActor;
}

/** @throws DomainError `forbidden` */
export async function requireProjector(work: Work, standards: Standards): Promise<void> {
  if (inAnOffice(work)) return;
  const { includesActor, names } = await schoolDataKeepers(work, standards);
  if (includesActor) return;
  throw new DomainError('forbidden', {
    detail: `推演方案由政府办、督查和${names.join('、')}编写，其他单位可以查看。`,
  });
}

function inAnOffice({ actor }: Work): boolean {
  return actor.role === 'government_office' || actor.role === 'supervision_office';
}
