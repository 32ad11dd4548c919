import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { MilestoneInput, ProjectLevel, ProjectRole } from '../../api/types.js';
import { milestoneChainText as text } from '../../text/milestone-chain.js';
import { projectRoleText } from '../../text/projects.js';

const optionsOf = <T extends string>(names: Record<T, string>) =>
  (Object.entries(names) as [T, string][]).map(([value, label]) => ({ value, label }));
const roles = optionsOf<ProjectRole>(projectRoleText);
const levels = [{ value: '', label: text.reachesNone }, ...optionsOf<ProjectLevel>(text.levels)];

interface Props {
  steps: readonly MilestoneInput[];
  /** Projects with days of each. */
  used: ReadonlyMap<string, number>;
  /** What was refused, by `index/field`. */
  faults: ReadonlyMap<string, string>;
  onChange: (steps: MilestoneInput[]) => void;
}

function Step({ steps, used, faults, onChange, index }: Props & { index: number }) {
  const step = steps[index];
  if (step === undefined) return null;
  const set = (change: Partial<MilestoneInput>) =>
    onChange(steps.toSpliced(index, 1, { ...step, ...change }));
  const move = (to: number) => onChange(steps.toSpliced(index, 1).toSpliced(to, 0, step));
  const fault = faults.get(`${index}/name`) ?? faults.get(`${index}/id`);
  return (
    <li className="milestone-step">
      <span className="muted">{index + 1}</span>
      <Form.Item validateStatus={fault === undefined ? '' : 'error'} help={fault}>
        <Input
          aria-label={`${text.name} ${index + 1}`}
          value={step.name}
          maxLength={12}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Form.Item>
      <Select
        className="milestone-step-role"
        aria-label={`${text.role} ${index + 1}`}
        value={step.role}
        options={roles}
        onChange={(role) => set({ role })}
      />
      <Select
        aria-label={`${text.reaches} ${index + 1}`}
        value={step.reaches ?? ''}
        options={levels}
        onChange={(reaches) => set({ reaches: reaches === '' ? null : (reaches as ProjectLevel) })}
      />
      <span className="muted milestone-step-used">{text.used(used.get(step.id) ?? 0)}</span>
      <span className="milestone-step-moves">
        <Button
          size="small"
          icon={<ArrowUpOutlined />}
          aria-label={text.up(step.name)}
          disabled={index === 0}
          onClick={() => move(index - 1)}
        />
        <Button
          size="small"
          icon={<ArrowDownOutlined />}
          aria-label={text.down(step.name)}
          disabled={index === steps.length - 1}
          onClick={() => move(index + 1)}
        />
        <Button
          size="small"
          aria-label={text.withdrawOf(step.name)}
          onClick={() => onChange(steps.toSpliced(index, 1))}
        >
          {text.withdraw}
        </Button>
      </span>
    </li>
  );
}

/** The steps in order: renamed, moved and withdrawn in place. */
export function MilestoneSteps(props: Props) {
  return (
    <>
      <div className="milestone-step milestone-step-head" aria-hidden>
        <span />
        <span>{text.name}</span>
        <span>{text.role}</span>
        <span>{text.reaches}</span>
      </div>
      <ol className="milestone-steps">
        {props.steps.map(({ id }, index) => (
          <Step key={id} {...props} index={index} />
        ))}
      </ol>
    </>
  );
}
