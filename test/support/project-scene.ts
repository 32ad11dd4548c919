import type { FactsChange } from '../../apps/server/src/features/projects/project-inputs.dto.js';
import type {
  ConstructionList,
  ConstructionView,
} from '../../apps/server/src/features/projects/projects.dto.js';
import type { Answer, Who, XinmiScene } from './xinmi-scene.js';

export interface Refusal {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

/** What people do with the construction projects of a scene; projects go by the pack's names. */
export class ProjectScene {
  constructor(readonly scene: XinmiScene) {}

  id(entry: string): string {
    return this.scene.id(`project ${entry}`);
  }

  path(entry: string): string {
    return `construction-projects/${this.id(entry)}`;
  }

  list(query = '', who: Who = 'office'): Promise<ConstructionList> {
    return this.scene.get(who, `construction-projects${query === '' ? '' : `?${query}`}`);
  }

  view(entry: string, who: Who = 'office'): Promise<ConstructionView> {
    return this.scene.get(who, this.path(entry));
  }

  /** 财政局 pays and 教育局 runs the school, unless told otherwise. */
  async facts(entry: string, more: Partial<FactsChange> = {}): Promise<ConstructionView> {
    const { version } = await this.view(entry);
    const units = [
      { unitId: this.scene.id('unit finance'), role: 'finance' },
      { unitId: this.scene.id('unit education'), role: 'school' },
    ];
    return must(
      await this.scene.call<ConstructionView>('office', 'PUT', `${this.path(entry)}/facts`, {
        body: { version, units, planned: [], ...more },
      }),
    );
  }

  async tryPlan(
    entry: string,
    days: Readonly<Record<string, string | null>>,
    reason?: string,
  ): Promise<Answer<ConstructionView & Refusal>> {
    const { version } = await this.view(entry);
    const listed = Object.entries(days).map(([milestone, day]) => ({ milestone, day }));
    return this.scene.call('office', 'POST', `${this.path(entry)}/plans`, {
      body: { version, days: listed, ...(reason === undefined ? {} : { reason }) },
    });
  }

  async plan(
    entry: string,
    days: Readonly<Record<string, string | null>>,
    reason?: string,
  ): Promise<ConstructionView> {
    return must(await this.tryPlan(entry, days, reason));
  }

  tryReport(who: Who, entry: string, body: object): Promise<Answer<ConstructionView & Refusal>> {
    return this.scene.call(who, 'POST', `${this.path(entry)}/reports`, { body });
  }

  async report(who: Who, entry: string, body: object): Promise<ConstructionView> {
    return must(await this.tryReport(who, entry, body));
  }
}

function must<T>({ status, body, text }: Answer<T>): T {
  if (status !== 200) throw new Error(text);
  return body;
}
