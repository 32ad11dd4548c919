import { DomainError, type FieldFault } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { ProjectFactsEntity } from './project-facts.entity.js';
import type { AmountInput, FactsChange, FactsInput } from './project-inputs.dto.js';
import { ProjectUnitEntity } from './project-unit.entity.js';
import { moneySources, type ProjectStage, projectStageNames, projectStages } from './project-words.js';
import {
  appendEntry,
  insertAmounts,
  type LockedProject,
  lockProject,
  requireRunning,
} from './projects.repository.js';

/**
 * 政府办 says all that is known of a project; what was said before stays readable as an earlier entry.
 * @param example marks invented figures of the example campaign
 * @throws DomainError `not_found`, `stale_version`, `wrong_state`, `rule_refused`
 */
export async function editFacts(work: Work, id: string, input: FactsChange, example = false): Promise<void> {
  const project = await lockProject(work, id, input.version);
  requireRunning(project);
  await refuseFaults(work, project.record.stages, input);
  const renamed = input.school === undefined ? undefined : await rename(work, project, input.school.trim());
  await writeFacts(work, { id, seq: project.nextSeq, text: renamed }, input, {
    example,
    known: project.record.money.planned,
  });
}

/** @returns what the history says of it; undefined: it had that name already */
async function rename(work: Work, { record }: LockedProject, school: string): Promise<string | undefined> {
  if (school === record.school) return undefined;
  if (!record.added) {
    throw new DomainError('rule_refused', {
      detail: '学校名称以方案为准，不能在这里改；方案修订后重新载入。',
      errors: [{ pointer: '/school', message: '方案列出的项目不能改名' }],
    });
  }
  await work.manager.query(`UPDATE project SET school = $3 WHERE campaign_id = $1 AND id = $2`, [
    work.campaignId,
    record.id,
    school,
  ]);
  return `学校名称：${record.school} → ${school}`;
}

/** Also of a project that was made a moment ago. @param more.known planned money by source before */
export async function writeFacts(
  work: Work,
  project: { readonly id: string; readonly seq: number; readonly text?: string | undefined },
  input: FactsInput,
  more: { readonly example: boolean; readonly known: LockedProject['record']['money']['planned'] },
): Promise<void> {
  const key = { campaignId: work.campaignId, projectId: project.id, seq: project.seq };
  await appendEntry(work, project, 'facts', project.text);
  await work.manager.insert(ProjectFactsEntity, {
    ...key,
    schoolCode: input.schoolCode?.trim() || null,
    townshipId: input.townshipId ?? null,
    placesPrimary: input.placesPrimary ?? null,
    placesJunior: input.placesJunior ?? null,
    classesPrimary: input.classesPrimary ?? null,
    classesJunior: input.classesJunior ?? null,
    roomArea: input.roomArea ?? null,
    sportsArea: input.sportsArea ?? null,
    networkRooms: input.networkRooms ?? null,
    equipment: input.equipment ?? null,
    musicRooms: input.musicRooms ?? null,
    artRooms: input.artRooms ?? null,
    example: more.example,
  });
  if (input.units.length > 0) {
    await work.manager.insert(
      ProjectUnitEntity,
      input.units.map(({ unitId, role }) => ({ ...key, unitId, role })),
    );
  }
  await insertAmounts(work, project, changedAmounts(input.planned, more.known));
}

/** Only what differs; a source that is left out is unknown again. */
function changedAmounts(
  planned: readonly AmountInput[],
  known: LockedProject['record']['money']['planned'],
): AmountInput[] {
  return moneySources.flatMap((source) => {
    const amount = planned.find((one) => one.source === source)?.amount ?? null;
    const same = amount === null ? known[source] === undefined : Number(amount) === Number(known[source]);
    return same ? [] : [{ kind: 'planned' as const, source, amount }];
  });
}

/** @throws DomainError `rule_refused` with every fault */
export async function refuseFaults(
  work: Work,
  stages: readonly ProjectStage[],
  input: FactsInput,
): Promise<void> {
  const units = await work.manager.query<{ id: string; kind: string }[]>(
    `SELECT id, kind FROM unit WHERE campaign_id = $1 AND NOT withdrawn AND id = ANY($2)`,
    [
      work.campaignId,
      [...input.units.map(({ unitId }) => unitId), ...(input.townshipId ? [input.townshipId] : [])],
    ],
  );
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  const errors: FieldFault[] = [
    ...input.units.flatMap(({ unitId }, index) =>
      kinds.has(unitId) ? [] : [{ pointer: `/units/${index}/unitId`, message: '没有这个成员单位' }],
    ),
    ...(input.townshipId && kinds.get(input.townshipId) !== 'township'
      ? [{ pointer: '/townshipId', message: '请选择乡镇（街道）' }]
      : []),
    ...input.planned.flatMap(({ kind }, index) =>
      kind === 'planned' ? [] : [{ pointer: `/planned/${index}/kind`, message: '这里只填计划投资' }],
    ),
    ...projectStages.flatMap((stage) => (stages.includes(stage) ? [] : foreignFigures(stage, input))),
  ];
  if (errors.length === 0) return;
  throw new DomainError('rule_refused', { detail: `有 ${errors.length} 处不能保存，请改正。`, errors });
}

/** A school without a stage adds no places of it. */
function foreignFigures(stage: ProjectStage, input: FactsInput): FieldFault[] {
  const figures =
    stage === 'primary'
      ? { placesPrimary: input.placesPrimary, classesPrimary: input.classesPrimary }
      : { placesJunior: input.placesJunior, classesJunior: input.classesJunior };
  return Object.entries(figures).flatMap(([field, figure]) =>
    figure === undefined || figure === null
      ? []
      : [{ pointer: `/${field}`, message: `这个项目没有${projectStageNames[stage]}学段，请不要填写` }],
  );
}
