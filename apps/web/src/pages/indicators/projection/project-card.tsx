import { Button, Input, InputNumber, Radio, Select } from 'antd';
import type { SchoolKind, WhatIfProject, WhatIfView } from '../../../api/types.js';
import { schoolKindText } from '../../../text/indicators.js';
import { basisText } from '../../../text/projection.js';
import { listOf, withDetail } from '../../../text/wording.js';
import { ProjectGains } from './project-gains.js';

export interface CardProps {
  row: WhatIfProject;
  index: number;
  view: WhatIfView;
  pending: WhatIfView['pending'][number] | undefined;
  faults: readonly string[];
  onChange: (row: WhatIfProject) => void;
  onRemove: () => void;
  /** Absent while something is not saved. */
  onSaveAsLater: (() => void) | undefined;
}

const optionsOf = <T extends string>(texts: Record<T, string>) =>
  (Object.keys(texts) as T[]).map((value) => ({ value, label: texts[value] }));

function School({ row, view, onChange }: Pick<CardProps, 'row' | 'view' | 'onChange'>) {
  const disabled = !view.mayWrite;
  if (!row.founding)
    return (
      <label className="basis-wide">
        {basisText.schoolOf}
        <Select
          disabled={disabled}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={row.school}
          options={view.schools.map(({ code, name }) => ({ value: code, label: withDetail(name, code) }))}
          onChange={(school: string | undefined) => onChange({ ...row, school: school ?? null })}
        />
      </label>
    );
  return (
    <>
      <label>
        {basisText.code}
        <Input
          disabled={disabled}
          maxLength={30}
          value={row.school ?? ''}
          onChange={(event) => onChange({ ...row, school: event.target.value.trim() || null })}
        />
      </label>
      <label>
        {basisText.kindOf}
        <Select
          disabled={disabled}
          allowClear
          value={row.kind}
          options={optionsOf<SchoolKind>(schoolKindText)}
          onChange={(kind: SchoolKind | undefined) => onChange({ ...row, kind: kind ?? null })}
        />
      </label>
      <label>
        {basisText.locale}
        <Select
          disabled={disabled}
          allowClear
          value={row.locale}
          options={optionsOf(basisText.locales)}
          onChange={(locale: keyof typeof basisText.locales | undefined) =>
            onChange({ ...row, locale: locale ?? null })
          }
        />
      </label>
      <label>
        {basisText.founder}
        <Select
          disabled={disabled}
          allowClear
          value={row.founder}
          options={optionsOf(basisText.founders)}
          onChange={(founder: keyof typeof basisText.founders | undefined) =>
            onChange({ ...row, founder: founder ?? null })
          }
        />
      </label>
    </>
  );
}

function Opening({ row, view, onChange, onSaveAsLater }: CardProps) {
  const { opensIn } = row;
  const shift = (by: number) => opensIn !== null && onChange({ ...row, opensIn: opensIn + by });
  return (
    <div className="row basis-wide">
      <label className="basis-opens">
        {basisText.opensIn}
        <InputNumber
          disabled={!view.mayWrite}
          min={2000}
          max={2100}
          value={opensIn}
          onChange={(year) => onChange({ ...row, opensIn: year })}
        />
      </label>
      {view.mayWrite && opensIn !== null && (
        <>
          <Button aria-label={basisText.shiftOf(row.name, basisText.earlier)} onClick={() => shift(-1)}>
            {basisText.earlier}
          </Button>
          <Button aria-label={basisText.shiftOf(row.name, basisText.later)} onClick={() => shift(1)}>
            {basisText.later}
          </Button>
          <Button
            disabled={onSaveAsLater === undefined}
            title={onSaveAsLater === undefined ? basisText.needsSaving : undefined}
            onClick={onSaveAsLater}
          >
            {basisText.saveAsLater}
          </Button>
        </>
      )}
    </div>
  );
}

/** One project: its school and year in sight, what it brings one click away. */
export function ProjectCard(props: CardProps) {
  const { row, index, view, pending, faults, onChange, onRemove } = props;
  const planned = view.plan.find(({ id }) => id === row.projectId);
  return (
    <fieldset className={`basis-project ${faults.length > 0 ? 'basis-fault' : ''}`}>
      <legend>
        {basisText.row(index + 1)}
        {planned !== undefined && <span className="mark">{basisText.planYear(planned.year)}</span>}
      </legend>
      {faults.map((fault) => (
        <div key={fault} className="basis-reason" role="alert">
          {fault}
        </div>
      ))}
      {pending !== undefined && (
        <div className="basis-pending">
          {withDetail(
            basisText.missing(listOf(pending.missing)),
            pending.counted ? basisText.counted : basisText.notCounted,
          )}
        </div>
      )}
      <div className="basis-fields">
        <label className="basis-wide">
          {basisText.projectName}
          <Input
            disabled={!view.mayWrite}
            maxLength={100}
            value={row.name}
            onChange={(event) => onChange({ ...row, name: event.target.value })}
          />
        </label>
        <Radio.Group
          className="basis-wide basis-founding"
          aria-label={basisText.schoolOf}
          disabled={!view.mayWrite}
          value={row.founding}
          options={[
            { value: false, label: basisText.existing },
            { value: true, label: basisText.founding },
          ]}
          onChange={(event) => onChange({ ...row, founding: event.target.value === true, school: null })}
        />
        <School row={row} view={view} onChange={onChange} />
        <Opening {...props} />
      </div>
      <ProjectGains row={row} view={view} onChange={onChange} />
      {view.mayWrite && (
        <Button danger type="text" onClick={onRemove}>
          {basisText.removeRow(index + 1)}
        </Button>
      )}
    </fieldset>
  );
}
