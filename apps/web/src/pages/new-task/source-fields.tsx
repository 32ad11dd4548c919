import { Form, Radio, Select } from 'antd';
import type { ChosenSourceKind } from '../../api/types.js';
import { matchesLabel } from '../../parts/match-label.js';
import { useSources, type Source } from '../../parts/sources.js';
import { newTaskText } from '../../text/new-task.js';
import { sourceKindText } from '../../text/states.js';
import dayjs from 'dayjs';
import type { TaskForm } from './task-form.js';
import { withDetail } from '../../text/wording.js';

const kinds: readonly ChosenSourceKind[] = ['duty', 'clause', 'target', 'project', 'free'];

function optionText(source: Source): string {
  const text = [source.unitName, source.title, source.clauseNumber].filter((part) => part !== '').join(' · ');
  return source.taskCount === 0 ? text : withDetail(text, newTaskText.tasksAlready(source.taskCount));
}

/** What the chosen line of the plan already says about the task. */
export function fromSource(source: Source): Partial<TaskForm> {
  return {
    sourceKind: source.kind,
    sourceId: source.id,
    title: source.title,
    clauseId: source.clauseId,
    ...(source.unitId === null ? {} : { leadUnitId: source.unitId }),
    ...(source.dueOn === null ? {} : { dueOn: dayjs(source.dueOn), undetermined: false }),
  };
}

export function SourceFields({ cid, onFill }: { cid: string; onFill: (part: Partial<TaskForm>) => void }) {
  const form = Form.useFormInstance<TaskForm>();
  const kind = Form.useWatch('sourceKind', form) ?? 'duty';
  const sources = useSources(cid);
  const choices = kind === 'free' ? [] : sources[kind];
  return (
    <>
      <Form.Item name="sourceKind" label={newTaskText.sourceKind}>
        <Radio.Group
          options={kinds.map((value) => ({ value, label: sourceKindText[value] }))}
          onChange={() => onFill({ sourceId: undefined })}
        />
      </Form.Item>
      {kind !== 'free' && (
        <Form.Item
          name="sourceId"
          label={newTaskText.source(sourceKindText[kind])}
          rules={[{ required: true, message: newTaskText.sourceRequired(sourceKindText[kind]) }]}
        >
          <Select
            showSearch={{ filterOption: matchesLabel }}
            loading={choices === undefined}
            options={(choices ?? []).map((source) => ({ value: source.id, label: optionText(source) }))}
            onChange={(id: string) => {
              const found = choices?.find((source) => source.id === id);
              if (found !== undefined) onFill(fromSource(found));
            }}
          />
        </Form.Item>
      )}
    </>
  );
}
