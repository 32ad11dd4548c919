import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { LadderContent, LadderVersions, NewLadderVersion, RungContent } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { appText } from '../../text/app.js';
import { ladderText } from '../../text/ladder.js';
import { useSaveLadder } from './ladder-queries.js';
import { RungFields } from './rung-fields.js';

const priorities = ['normal', 'important', 'urgent'] as const;
const newRung: RungContent = {
  name: ladderText.newRung,
  colour: 'grey',
  late: {},
  audience: [],
  issues: 'message',
  replyWorkingDays: null,
};

interface Props {
  cid: string;
  start: NewLadderVersion;
  people: LadderVersions['people'];
  onClose: () => void;
}

/** Writes the next version, beginning with another or with a sample; nothing holds until it is activated. */
export function LadderEditor({ cid, start, people, onClose }: Props) {
  const [draft, setDraft] = useState(start);
  const save = useSaveLadder(cid);
  const { message } = App.useApp();
  const { ladder } = draft;
  const setLadder = (change: Partial<LadderContent>) =>
    setDraft({ ...draft, ladder: { ...ladder, ...change } });
  const confirm = () =>
    save.mutate(draft, {
      onSuccess: () => {
        void message.success(ladderText.savedDone);
        onClose();
      },
    });
  return (
    <Panel title={ladderText.editor}>
      <div className="stack">
        {save.error !== null && <ProblemAlert error={save.error} />}
        <label className="ladder-text-field">
          {ladderText.name}
          <Input
            value={ladder.name}
            maxLength={50}
            onChange={(event) => setLadder({ name: event.target.value })}
          />
        </label>
        <label className="ladder-text-field">
          {ladderText.basis}
          <Input.TextArea
            value={draft.basis}
            maxLength={500}
            autoSize
            onChange={(event) => setDraft({ ...draft, basis: event.target.value })}
          />
        </label>
        <label className="ladder-text-field">
          {ladderText.leaders}
          <Select
            aria-label={ladderText.leaders}
            mode="multiple"
            optionFilterProp="label"
            placeholder={ladderText.leadersHint}
            value={draft.leaderIds}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(leaderIds) => setDraft({ ...draft, leaderIds })}
          />
        </label>
        <p className="muted">{ladderText.daysHint}</p>
        {ladder.rungs.map((rung, index) => (
          <RungFields
            key={index}
            rung={rung}
            onChange={(changed) => setLadder({ rungs: ladder.rungs.with(index, changed) })}
            onRemove={() => setLadder({ rungs: ladder.rungs.toSpliced(index, 1) })}
          />
        ))}
        <div>
          <Button onClick={() => setLadder({ rungs: [...ladder.rungs, newRung] })}>
            {ladderText.addRung}
          </Button>
        </div>
        <div className="rung-fields">
          {priorities.map((priority) => (
            <label key={priority}>
              {ladderText.startLabel(priority)}
              <Select
                aria-label={ladderText.startLabel(priority)}
                value={ladder.start[priority]}
                options={ladder.rungs.map(({ name }, index) => ({ value: index + 1, label: name }))}
                onChange={(rung) => setLadder({ start: { ...ladder.start, [priority]: rung } })}
              />
            </label>
          ))}
        </div>
        <div className="row">
          <Button type="primary" loading={save.isPending} onClick={confirm}>
            {ladderText.save}
          </Button>
          <Button onClick={onClose}>{appText.cancel}</Button>
        </div>
      </div>
    </Panel>
  );
}
