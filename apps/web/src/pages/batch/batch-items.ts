import type { Dayjs } from 'dayjs';
import type { BatchItem, EvidenceKind, Priority, UnitRow } from '../../api/types.js';
import { type DueRuleForm, dueRuleOf, usualRule } from '../../parts/due-rule-form.js';
import type { Source } from '../../parts/sources.js';

export interface BatchSettings {
  dueOn: Dayjs | null;
  undetermined: boolean;
  rule: DueRuleForm;
  leadUnitId?: string | undefined;
  supportingUnitIds: string[];
  priority: Priority;
  requiredEvidence: EvidenceKind[];
  expandTownships: boolean;
}

export const usualSettings: BatchSettings = {
  dueOn: null,
  undetermined: false,
  rule: usualRule,
  supportingUnitIds: [],
  priority: 'normal',
  requiredEvidence: [],
  expandTownships: true,
};

export const sourceKey = (source: Pick<Source, 'kind' | 'id'>): string => `${source.kind}:${source.id}`;

/** The lead units one source goes to: a duty all townships share can go to each of them. */
function leadsOf(
  source: Source,
  settings: BatchSettings,
  townships: readonly UnitRow[],
): (string | undefined)[] {
  if (settings.leadUnitId !== undefined) return [settings.leadUnitId];
  if (source.township && settings.expandTownships) return townships.map((unit) => unit.id);
  return [source.unitId ?? undefined];
}

export function itemsFrom(
  sources: readonly Source[],
  settings: BatchSettings,
  units: readonly UnitRow[],
): BatchItem[] {
  const townships = units.filter((unit) => unit.kind === 'township');
  const dueOn = settings.undetermined ? null : (settings.dueOn?.format('YYYY-MM-DD') ?? null);
  const dueRule = dueRuleOf(settings.rule);
  return sources.flatMap((source) =>
    leadsOf(source, settings, townships).map((leadUnitId) => ({
      source: { kind: source.kind, id: source.id },
      ...(leadUnitId === undefined ? {} : { leadUnitId }),
      supportingUnitIds: settings.supportingUnitIds.filter((id) => id !== leadUnitId),
      ...(dueRule ? { dueRule } : { dueOn }),
      priority: settings.priority,
      requiredEvidence: settings.requiredEvidence,
    })),
  );
}
