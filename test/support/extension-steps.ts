import type {
  ExtensionView,
  TaskExtensions,
} from '../../apps/server/src/features/extensions/extensions.dto.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import type { Answer, Who, XinmiScene } from './xinmi-scene.js';

export const dueOn = '2022-09-16' as never;
export const asking = { requestedOn: '2022-09-30', reason: '设备到货推迟', progress: '已完成招标' };

/** The steps of an extension of a task of 财政局 that is due on {@link dueOn}. */
export function extensionSteps(scene: XinmiScene) {
  const signedTask = async (due = dueOn): Promise<TaskView> =>
    scene.walk(await scene.addTask({ dueOn: due }), 'finance sign');
  const again = (task: TaskView, who: Who = 'office') => scene.get<TaskView>(who, `tasks/${task.id}`);
  const ask = (task: TaskView, more: object = {}, who: Who = 'finance'): Promise<Answer<ExtensionView>> =>
    scene.call<ExtensionView>(who, 'POST', `tasks/${task.id}/extensions`, { body: { ...asking, ...more } });
  const decide = (
    who: Who,
    verb: string,
    request: ExtensionView,
    more: object = {},
  ): Promise<Answer<ExtensionView & { code?: string }>> =>
    scene.call(who, 'POST', `extensions/${request.id}/${verb}`, {
      body: { version: request.version, ...more },
    });
  const approve = (who: Who, request: ExtensionView, grantedOn = '2022-09-30') =>
    decide(who, 'approval', request, { grantedOn });
  async function extended(task: TaskView, grantedOn = '2022-09-30'): Promise<ExtensionView> {
    const { body: asked } = await ask(task, { requestedOn: grantedOn });
    const { body: agreed } = await approve('office', asked, grantedOn);
    const { status, body, text } = await approve('supervision', agreed, grantedOn);
    if (status !== 200) throw new Error(text);
    return body;
  }
  const ofTask = (task: TaskView, who: Who = 'finance') =>
    scene.get<TaskExtensions>(who, `tasks/${task.id}/extensions`);
  return { signedTask, again, ask, decide, approve, extended, ofTask };
}
