import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import { UnitOfWork, type Work } from '../../apps/server/src/database/unit-of-work.js';
import {
  followUpLate,
  placesAdded,
  runLateMilestones,
} from '../../apps/server/src/features/projects/projects.module.js';
import type { TaskEvents, TaskPage, TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { systemActor } from '../../apps/server/src/jobs/system-actor.js';
import { ProjectScene } from '../support/project-scene.js';
import { StatementCounter } from '../support/statement-counter.js';
import { XinmiScene } from '../support/xinmi-scene.js';

const statements = new StatementCounter();
let scene: XinmiScene;
let projects: ProjectScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15', { logger: statements });
  projects = new ProjectScene(scene);
});
afterAll(() => scene.close());

const asSystem = <T>(act: (work: Work) => Promise<T>): Promise<T> =>
  scene.server.app.get(UnitOfWork).run({ actor: systemActor, campaignId: scene.campaignId }, act);

describe('a late milestone', () => {
  const tasksOf = async (entry: string) =>
    (await scene.get<TaskPage>('office', `tasks?sourceId=${projects.id(entry)}&sort=number`)).items;

  test('makes one task for the unit whose business it is, however often and by however many it is looked at', async () => {
    await projects.facts('school-baoen-street-junior', {
      units: [
        { unitId: scene.id('unit education'), role: 'school' },
        { unitId: scene.id('unit housing'), role: 'construction' },
      ],
    });
    await projects.plan('school-baoen-street-junior', { structure: '2022-09-14', opening: '2022-12-31' });
    const [one, two] = await Promise.all([asSystem(followUpLate), asSystem(followUpLate)]);
    expect([one.made + two.made, (await asSystem(followUpLate)).made]).toEqual([1, 0]);
    const [task, ...others] = await tasksOf('school-baoen-street-junior');
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      title: '报恩街初级中学建设项目：“主体完工”滞后，推进并报送',
      ...{ state: 'assigned', effectiveDueOn: '2022-09-29' },
    });
    const view = await scene.get<TaskView>('office', `tasks/${task?.id}`);
    expect([view.leadUnit.shortName, view.source.kind, view.source.title]).toEqual([
      '住建局',
      'project',
      '报恩街初级中学',
    ]);
    await expect(
      scene.query(
        `INSERT INTO project_late_task SELECT campaign_id, project_id, milestone, plan_version, task_id, made_at FROM project_late_task`,
      ),
    ).rejects.toThrow('project_late_task_pk');
  });

  test('shows on the task when it is reached or planned anew; closing stays with the office', async () => {
    await projects.plan('school-baoen-street-junior', { structure: '2022-09-20' }, '雨季停工');
    scene.clock.set('2022-09-21 09:00');
    expect([await asSystem(runLateMilestones), await asSystem(runLateMilestones)]).toEqual([true, false]);
    const [first, second, ...others] = await tasksOf('school-baoen-street-junior');
    expect([others, second?.state]).toEqual([[], 'assigned']);
    await projects.report('education', 'school-baoen-street-junior', {
      milestones: [{ milestone: 'structure', day: '2022-09-21' }],
    });
    const task = await scene.get<TaskView>('office', `tasks/${first?.id}`);
    const { items } = await scene.get<TaskEvents>('office', `tasks/${first?.id}/events`);
    expect([
      task.state,
      items.filter(({ action }) => action === 'project_told').map(({ note }) => note),
    ]).toEqual([
      'assigned',
      [
        '“主体完工”的计划日期由2022年9月14日（周三）改为2022年9月20日（周二）：雨季停工',
        '“主体完工”已于2022年9月21日（周三）完成',
      ],
    ]);
    const { milestones } = await projects.view('school-baoen-street-junior');
    expect(
      milestones.find(({ id }) => id === 'structure')?.tasks.map(({ planVersion }) => planVersion),
    ).toEqual([1, 2]);
  });

  test('needs as many statements for forty as for one', async () => {
    await scene.query(
      `INSERT INTO project (campaign_id, id, entry, school, kind, year, stages, clause_id, position)
       SELECT p.campaign_id, gen_random_uuid(), 'more-' || n, '学校' || n, 'new_build', 2023, '{primary}', p.clause_id, n
       FROM project p, generate_series(1, 40) n WHERE p.entry = 'school-shiyan'`,
    );
    const late = async (from: number, to: number) => {
      await scene.query(
        `WITH p AS (SELECT campaign_id, id FROM project WHERE entry ~ '^more-' AND substr(entry, 6)::int BETWEEN $1 AND $2),
         e AS (INSERT INTO project_entry (campaign_id, project_id, seq, kind, at, on_day, actor_id, actor_name)
           SELECT campaign_id, id, s.seq, s.kind, '2022-01-04T09:00+08', '2022-01-04', $3, '政府办'
           FROM p, (VALUES (1, 'facts'), (2, 'plan')) AS s(seq, kind) RETURNING 1),
         f AS (INSERT INTO project_facts (campaign_id, project_id, seq) SELECT campaign_id, id, 1 FROM p RETURNING 1),
         u AS (INSERT INTO project_unit (campaign_id, project_id, seq, unit_id, role)
           SELECT campaign_id, id, 1, $4, 'construction' FROM p RETURNING 1)
         INSERT INTO project_date (campaign_id, project_id, seq, milestone, kind, version, on_day)
         SELECT campaign_id, id, 2, 'start', 'planned', 1, '2022-02-01' FROM p`,
        [from, to, scene.accountId('office'), scene.id('unit housing')],
      );
      let made = 0;
      const count = await statements.during(async () => {
        ({ made } = await asSystem(followUpLate));
      });
      return [made, count];
    };
    const [one, oneCount] = await late(1, 1);
    const [many, manyCount] = await late(2, 40);
    expect([one, many]).toEqual([1, 39]);
    expect(manyCount).toBe(oneCount);
  });
});

test('places added are told by stage, school and expected opening', async () => {
  await projects.facts('school-bfsu-affiliated', { schoolCode: '3990000200', placesPrimary: 900 });
  await projects.plan('school-bfsu-affiliated', { opening: '2023-08-25' });
  const added = await scene.work('office', (work) =>
    placesAdded(work, { from: civilDate('2023-08-01'), to: civilDate('2023-12-31') }),
  );
  const school = '北京外国语大学附属郑州（新密）外国语学校';
  const common = { projectId: projects.id('school-bfsu-affiliated'), school, schoolCode: '3990000200' };
  expect(added).toEqual([
    { ...common, stage: 'primary', places: 900, opensOn: '2023-08-25', opened: false },
    { ...common, stage: 'junior', places: null, opensOn: '2023-08-25', opened: false },
  ]);
});
