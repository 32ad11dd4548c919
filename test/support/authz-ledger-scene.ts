import { ledgerScene } from './ledger-scene.js';
import type { XinmiScene } from './xinmi-scene.js';

let made = 0;

/** A number nothing else was made with. */
export function fresh(): number {
  made += 1;
  return made;
}

/** What is only read: an entry of 财政局 with a file, and an import the government office has previewed. */
export interface StandingLedger {
  readonly entryId: string;
  readonly evidenceId: string;
  readonly importId: string;
}

export async function standingLedger(scene: XinmiScene): Promise<StandingLedger> {
  return { ...(await withFile({ scene })), importId: await previewed({ scene }) };
}

interface OnScene {
  readonly scene: XinmiScene;
}

/** A fresh entry 财政局 answers for. */
export async function entryOf(
  { scene }: OnScene,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const own = { unit_id: scene.id('unit finance'), subject_key: `authz ${fresh()}` };
  return (await ledgerScene(scene).dataEntry({ ...own, ...more })).id;
}

/** With a file of 财政局. */
export async function withFile(stage: OnScene): Promise<{ entryId: string; evidenceId: string }> {
  const entryId = await entryOf(stage);
  const { body } = await ledgerScene(stage.scene).upload('finance', entryId);
  return { entryId, evidenceId: body.id };
}

/** An import the government office has previewed. */
export async function previewed({ scene }: OnScene): Promise<string> {
  const { body } = await ledgerScene(scene).preview('office', 'problem', [
    ['问题来源', '发现日期', '整改目标', '问题描述', '责任单位'],
    ['督查', '2022-09-01', '改好', `问题${fresh()}`, '财政局'],
  ]);
  return body.id;
}
