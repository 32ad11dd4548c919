import type { ChosenSourceKind } from '../api/types.js';
import { plan } from '../text/plan.js';
import { useClauses, useDuties, useProjects, useTargets } from './campaign.queries.js';

/** One line of the plan a task can come from, whatever its kind. */
export interface Source {
  kind: ChosenSourceKind;
  id: string;
  title: string;
  unitId: string | null;
  unitName: string;
  township: boolean;
  clauseId: string;
  clauseNumber: string;
  taskCount: number;
  dueOn: string | null;
}

export type PlanKind = Exclude<ChosenSourceKind, 'free'>;
export const planKinds: readonly PlanKind[] = ['duty', 'clause', 'project', 'target'];

function useDutySources(cid: string): Source[] | undefined {
  return useDuties(cid).data?.items.map((duty) => ({
    kind: 'duty',
    id: duty.id,
    title: duty.text,
    unitId: duty.unit?.id ?? null,
    unitName: duty.unit?.shortName ?? plan.townshipDuty,
    township: duty.appliesTo === 'township',
    clauseId: duty.clause.id,
    clauseNumber: duty.clause.number,
    taskCount: duty.taskCount,
    dueOn: null,
  }));
}

const withoutUnit = { unitId: null, unitName: '', township: false };

function useClauseSources(cid: string): Source[] | undefined {
  return useClauses(cid).data?.items.map((clause) => ({
    ...withoutUnit,
    kind: 'clause',
    id: clause.id,
    title: clause.title,
    clauseId: clause.id,
    clauseNumber: clause.number,
    taskCount: clause.taskCount,
    dueOn: null,
  }));
}

function useProjectSources(cid: string): Source[] | undefined {
  return useProjects(cid).data?.projects.map((project) => ({
    ...withoutUnit,
    kind: 'project',
    id: project.id,
    title: `${plan.yearName(project.year)} ${project.school} ${plan.projectKinds[project.kind]}`,
    clauseId: project.clause.id,
    clauseNumber: project.clause.number,
    taskCount: project.taskCount,
    dueOn: null,
  }));
}

function useTargetSources(cid: string): Source[] | undefined {
  return useTargets(cid).data?.items.map((target) => ({
    ...withoutUnit,
    kind: 'target',
    id: target.id,
    title: `${target.name} ${target.operator} ${target.value}${target.unit}`,
    clauseId: target.clause.id,
    clauseNumber: target.clause.number,
    taskCount: target.taskCount,
    dueOn: target.dueOn,
  }));
}

/** All the lines of the plan by kind; undefined while a kind is still loading. */
export function useSources(cid: string): Record<PlanKind, Source[] | undefined> {
  return {
    duty: useDutySources(cid),
    clause: useClauseSources(cid),
    project: useProjectSources(cid),
    target: useTargetSources(cid),
  };
}
