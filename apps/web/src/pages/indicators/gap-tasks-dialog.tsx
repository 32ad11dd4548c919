import { useMutation } from '@tanstack/react-query';
import { Alert, Checkbox, DatePicker, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import { createGapTasks } from '../../api/indicators.js';
import type { GapTasksPreview, GapTasksResult } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { taskUrl } from '../../parts/task-links.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { gapText } from '../../text/gaps.js';
import type { Gap } from './gap.js';
import { GapTasksList } from './gap-tasks-list.js';
import './gap-tasks.css';
import { useGapTasks } from './indicators.queries.js';

interface Choice {
  perSchool: boolean;
  again: boolean;
  assign: boolean;
  /** undefined: as the server fills it in; null: 待定 */
  dueOn: string | null | undefined;
}

function Choices({
  choice,
  dueOn,
  onChange,
}: {
  choice: Choice;
  dueOn: string | null;
  onChange: (part: Partial<Choice>) => void;
}) {
  return (
    <div className="gap-choices">
      <Radio.Group
        aria-label={gapText.split}
        value={choice.perSchool}
        options={[
          { value: false, label: gapText.together },
          { value: true, label: gapText.perSchool },
        ]}
        onChange={({ target }) => onChange({ perSchool: target.value === true })}
      />
      <div className="row">
        <label className="row">
          {gapText.due}
          <DatePicker
            value={dueOn === null ? null : dayjs(dueOn)}
            onChange={(date) => onChange({ dueOn: date === null ? null : date.format('YYYY-MM-DD') })}
          />
        </label>
        <span className="muted">{gapText.dueHint}</span>
      </div>
      <div className="row">
        <Checkbox checked={choice.again} onChange={({ target }) => onChange({ again: target.checked })}>
          {gapText.again}
        </Checkbox>
        <Radio.Group
          aria-label={gapText.assignNow}
          value={choice.assign}
          options={[
            { value: true, label: gapText.assignNow },
            { value: false, label: gapText.asDraft },
          ]}
          onChange={({ target }) => onChange({ assign: target.value === true })}
        />
      </div>
    </div>
  );
}

function Result({ result }: { result: GapTasksResult }) {
  return (
    <div className="stack">
      <Alert type="success" showIcon role="status" title={gapText.done(result.tasks.length)} />
      <ul className="gap-made">
        {result.tasks.map((task) => (
          <li key={task.id}>
            <Link to={taskUrl(task.id)}>
              {task.number} {task.title}
            </Link>{' '}
            <span className="muted">{task.leadUnit.shortName}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const titleOf = (preview: GapTasksPreview | undefined, { indicator }: Gap): string => {
  if (preview === undefined) return gapText.make;
  return gapText.title(indicator === gapText.approval ? '' : indicator, preview.name);
};

/** Shows what would be made before anything is; a repeated click makes nothing twice. */
export function GapTasksDialog({ cid, gap, onClose }: { cid: string; gap: Gap; onClose: () => void }) {
  const [requestId] = useState(() => crypto.randomUUID());
  const [choice, setChoice] = useState<Choice>({
    perSchool: false,
    again: false,
    assign: true,
    dueOn: undefined,
  });
  const refresh = useRefreshCampaign();
  const { perSchool, again, assign, dueOn } = choice;
  const draft = { ...gap, perSchool, again };
  const preview = useGapTasks(cid, draft);
  const make = useMutation({
    mutationFn: (shown: GapTasksPreview) =>
      createGapTasks(cid, {
        ...draft,
        // What was shown is what is made, even when newer data have come meanwhile.
        ...(shown.dataSet === null ? {} : { dataSetId: shown.dataSet.id }),
        dueOn: dueOn === undefined ? shown.dueOn : dueOn,
        requestId,
        assign,
      }),
    onSuccess: () => void refresh(cid),
  });
  const shown = preview.isPlaceholderData ? undefined : preview.data;
  const count = shown?.problems.length === 0 ? shown.tasks.length : 0;
  return (
    <Modal
      open
      width={760}
      title={titleOf(preview.data, gap)}
      okText={make.isSuccess ? gapText.close : gapText.confirm(count)}
      cancelText={appText.cancel}
      confirmLoading={make.isPending}
      okButtonProps={{ disabled: !make.isSuccess && count === 0 }}
      cancelButtonProps={{ hidden: make.isSuccess }}
      onOk={() => {
        if (make.isSuccess) onClose();
        else if (shown !== undefined) make.mutate(shown);
      }}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {make.isSuccess ? (
        <Result result={make.data} />
      ) : (
        <QueryView query={preview}>
          {(data) => (
            <div className="stack">
              <Choices
                choice={choice}
                dueOn={dueOn === undefined ? data.dueOn : dueOn}
                onChange={(part) => setChoice({ ...choice, ...part })}
              />
              {make.error !== null && <ProblemAlert error={make.error} />}
              <GapTasksList preview={data} />
            </div>
          )}
        </QueryView>
      )}
    </Modal>
  );
}
