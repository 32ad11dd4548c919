import { Readable } from 'node:stream';
import { civilDate, civilDateAt, instantAt, type WorkdayCalendar } from '#kernel';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import { acceptFile, addEvidence, type EvidenceStore } from '../evidence/evidence.module.js';
import {
  advanceSupportPart,
  cancelTask,
  closeTask,
  noClosingChecks,
  createTasks,
  type EvidenceKind,
  reportProgress,
  returnTask,
  signTask,
  type SourceKind,
  submitTask,
  suspendTask,
} from '../tasks/tasks.module.js';
import type { ExampleAct, ExampleStep, ExampleTask } from './example-task.js';

/** What the story needs to know of the campaign it is told in. */
export interface Stage {
  readonly manager: EntityManager;
  readonly campaignId: string;
  readonly calendar: WorkdayCalendar;
  readonly store: EvidenceStore;
  readonly office: Actor;
  readonly actors: ReadonlyMap<string, Actor>;
  /** Ids by `kind entry`, as the story writes them; units as `unit entry`. */
  readonly entries: ReadonlyMap<string, string>;
}

const openingMinutes = { start: 9 * 60, each: 7 };

/** Something of the story that is no task. */
export interface Aside {
  readonly on: string;
  play(work: Work): Promise<void>;
}

/** Plays the story day by day with the ordinary operations, at the time each thing is said to have happened. */
export async function tellStory(
  stage: Stage,
  story: readonly ExampleTask[],
  asides: readonly Aside[],
): Promise<void> {
  const told = story.flatMap((task, index) => [
    { on: task.made, index, play: () => make(stage, task, workAt(stage, task.made, index, stage.office)) },
    ...(task.steps ?? []).map((one) => ({
      on: one.on,
      index,
      play: (id: string) => play(stage, one, id, index),
    })),
  ]);
  const between = asides.map(({ on, play: act }) => ({
    on,
    index: story.length,
    play: () => act(workAt(stage, on, story.length, stage.office)),
  }));
  const scenes = [...told, ...between];
  const ids = new Map<number, string>();
  for (const scene of scenes.toSorted((a, b) => a.on.localeCompare(b.on) || a.index - b.index)) {
    const id = await scene.play(ids.get(scene.index) ?? '');
    if (id) ids.set(scene.index, id);
  }
}

/** A unit of work in the past, within the one transaction that loads the example. */
export function workAt(stage: Stage, on: string, index: number, actor: Actor): Work {
  const minutes = openingMinutes.start + ((index * openingMinutes.each) % (8 * 60));
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const now = instantAt(civilDate(on), time);
  return {
    manager: stage.manager,
    actor,
    campaignId: stage.campaignId,
    now: new Date(now),
    today: civilDateAt(now),
    exercise: true,
    calendar: stage.calendar,
    fault: () => Promise.resolve(),
    newId: () => v7(),
  };
}

async function make(stage: Stage, task: ExampleTask, work: Work): Promise<string> {
  const [kind = 'free'] = task.source.split(' ');
  const [id = ''] = await createTasks(work, {
    requestId: work.newId(),
    assign: !task.draft,
    example: true,
    items: [
      {
        source: { kind: kind as SourceKind, id: entry(stage, task.source) },
        supportingUnitIds: (task.support ?? []).map((unit) => entry(stage, `unit ${unit}`)),
        dueOn: task.due === null ? null : civilDate(task.due),
        priority: task.priority ?? 'normal',
        requiredEvidence: [...(task.evidence ?? [])],
        ...(task.lead ? { leadUnitId: entry(stage, `unit ${task.lead}`) } : {}),
      },
    ],
  });
  return id;
}

async function play(stage: Stage, step: ExampleStep, taskId: string, index: number): Promise<undefined> {
  const actor = stage.actors.get(step.by);
  if (!actor) throw new Error(`the example knows nobody called ${step.by}`);
  const work = workAt(stage, step.on, index, actor);
  if (step.act === 'upload') {
    await upload(stage, work, taskId, step.note as EvidenceKind);
    return;
  }
  const input = { taskId, version: await versionOf(work, taskId), note: step.note };
  await operations[step.act](work, input);
}

const operations: Readonly<Record<Exclude<ExampleAct, 'upload'>, typeof signTask>> = {
  sign: signTask,
  report: reportProgress,
  submit: submitTask,
  return: returnTask,
  close: (work, input) => closeTask(work, input, noClosingChecks),
  suspend: suspendTask,
  cancel: cancelTask,
  support_sign: (work, input) => advanceSupportPart(work, 'sign', input),
  support_report: (work, input) => advanceSupportPart(work, 'report', input),
};

async function upload(stage: Stage, work: Work, taskId: string, kind: EvidenceKind): Promise<void> {
  const text = `示例佐证。\n单位：${work.actor.unitName ?? ''}\n日期：${work.today}\n任务：${taskId}\n`;
  const received = await stage.store.receive(Readable.from([Buffer.from(text)]));
  const accepted = await acceptFile(received, '示例佐证材料.txt');
  await addEvidence(work, stage.store, { taskId, kind, received, accepted });
}

async function versionOf(work: Work, taskId: string): Promise<number> {
  const [row] = await work.manager.query<{ version: number }[]>(
    `SELECT version FROM task WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, taskId],
  );
  return row?.version ?? 0;
}

function entry(stage: Stage, name: string): string {
  const id = stage.entries.get(name);
  if (!id) throw new Error(`the pack has no ${name}`);
  return id;
}
