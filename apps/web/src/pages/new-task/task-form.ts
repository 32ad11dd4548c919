import dayjs, { type Dayjs } from 'dayjs';
import { type DueRuleForm, dueRuleOf, ruleFormOf, usualRule } from '../../parts/due-rule-form.js';
import type {
  ChosenSourceKind,
  EvidenceKind,
  NewTask,
  Priority,
  TaskEdit,
  TaskView,
} from '../../api/types.js';

export interface TaskForm {
  sourceKind: ChosenSourceKind;
  sourceId?: string | undefined;
  title: string;
  description: string;
  leadUnitId?: string | undefined;
  supportingUnitIds: string[];
  dueOn: Dayjs | null;
  undetermined: boolean;
  rule: DueRuleForm;
  clauseId?: string | undefined;
  requiredEvidence: EvidenceKind[];
  priority: Priority;
}

export const emptyTask: TaskForm = {
  sourceKind: 'duty',
  title: '',
  description: '',
  supportingUnitIds: [],
  dueOn: null,
  undetermined: false,
  rule: usualRule,
  requiredEvidence: [],
  priority: 'normal',
};

const dueOf = (form: TaskForm): string | null =>
  form.undetermined || form.rule.mode !== 'date' ? null : (form.dueOn?.format('YYYY-MM-DD') ?? null);

export function toNewTask(form: TaskForm, requestId: string, assign: boolean): NewTask {
  return {
    requestId,
    title: form.title.trim(),
    description: form.description,
    source: { kind: form.sourceKind, ...(form.sourceId === undefined ? {} : { id: form.sourceId }) },
    leadUnitId: form.leadUnitId ?? '',
    supportingUnitIds: form.supportingUnitIds,
    ...(dueRuleOf(form.rule) ? { dueRule: dueRuleOf(form.rule) } : { dueOn: dueOf(form) }),
    ...(form.clauseId === undefined ? {} : { clauseId: form.clauseId }),
    requiredEvidence: form.requiredEvidence,
    priority: form.priority,
    assign,
  };
}

export function toTaskChange(form: TaskForm, version: number): TaskEdit {
  return {
    version,
    title: form.title.trim(),
    description: form.description,
    ...(form.leadUnitId === undefined ? {} : { leadUnitId: form.leadUnitId }),
    supportingUnitIds: form.supportingUnitIds,
    ...(dueRuleOf(form.rule) ? { dueRule: dueRuleOf(form.rule) } : { dueOn: dueOf(form) }),
    ...(form.clauseId === undefined ? {} : { clauseId: form.clauseId }),
    requiredEvidence: form.requiredEvidence,
    priority: form.priority,
  };
}

export function fromTask(task: TaskView): TaskForm {
  return {
    // The source of a task is not edited; one the program made has no other.
    sourceKind: task.source.kind === 'indicator' || task.source.kind === 'ledger' ? 'free' : task.source.kind,
    sourceId: task.source.id ?? undefined,
    title: task.title,
    description: task.description,
    leadUnitId: task.leadUnit.id,
    supportingUnitIds: task.supportingUnits.map((unit) => unit.id),
    dueOn: task.dueOn === null ? null : dayjs(task.dueOn),
    undetermined: task.dueOn === null,
    rule: ruleFormOf(task.dueRule),
    clauseId: task.clause?.id,
    requiredEvidence: task.requiredEvidence,
    priority: task.priority,
  };
}

interface Stored {
  requestId: string;
  form: Omit<TaskForm, 'dueOn'> & { dueOn: string | null };
}

const place = 'junheng.draft.new-task';

/** A half-filled form survives a reload, together with its request number: sending it twice makes one task. */
export function storeForm(requestId: string, form: TaskForm): void {
  const stored: Stored = { requestId, form: { ...form, dueOn: form.dueOn?.format('YYYY-MM-DD') ?? null } };
  sessionStorage.setItem(place, JSON.stringify(stored));
}

export function storedForm(): { requestId: string; form: TaskForm } | null {
  const text = sessionStorage.getItem(place);
  if (text === null) return null;
  const { requestId, form } = JSON.parse(text) as Stored;
  return {
    requestId,
    form: {
      ...emptyTask,
      ...form,
      dueOn: form.dueOn === null ? null : dayjs(form.dueOn),
      rule: { ...form.rule, startOn: form.rule.startOn ? dayjs(form.rule.startOn) : null },
    },
  };
}

export const forgetForm = (): void => sessionStorage.removeItem(place);
