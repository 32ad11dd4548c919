import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { Stage, WhatIfProject, WhatIfView } from '../../../api/types.js';
import { stageText } from '../../../text/indicators.js';
import { basisText, projectFieldText, projectionText } from '../../../text/projection.js';
import { withDetail } from '../../../text/wording.js';

interface Props {
  row: WhatIfProject;
  view: WhatIfView;
  onChange: (row: WhatIfProject) => void;
}

const counts = [
  'placesPrimary',
  'placesJunior',
  'classesPrimary',
  'classesJunior',
  'musicRooms',
  'artRooms',
] as const;
const amounts = [
  'roomArea',
  'sportsArea',
  'equipment',
  'networkRooms',
  'aboveDegreePrimary',
  'backbonePrimary',
  'artsPrimary',
  'aboveDegreeJunior',
  'backboneJunior',
  'artsJunior',
] as const;
const stageOptions = (['primary', 'junior'] as const).map((value) => ({ value, label: stageText[value] }));
const newPupils = '';

function Intake({ row, view, onChange }: Props) {
  const disabled = !view.mayWrite;
  const set = (intake: WhatIfProject['intake']) => onChange({ ...row, intake });
  const schools = view.schools.map(({ code, name }) => ({ value: code, label: withDetail(name, code) }));
  return (
    <div className="stack basis-intake">
      <div>{basisText.intake}</div>
      {row.intake.map((each, index) => (
        <div className="row" key={index}>
          <Select
            className="basis-school"
            aria-label={basisText.cell(basisText.intakeFrom, index + 1)}
            disabled={disabled}
            showSearch={{ optionFilterProp: 'label' }}
            value={each.from ?? newPupils}
            options={[{ value: newPupils, label: basisText.intakeNew }, ...schools]}
            onChange={(from: string) =>
              set(row.intake.with(index, { ...each, from: from === newPupils ? null : from }))
            }
          />
          <Select
            aria-label={basisText.cell(projectionText.stage, index + 1)}
            disabled={disabled}
            value={each.stage}
            options={stageOptions}
            onChange={(stage: Stage) => set(row.intake.with(index, { ...each, stage }))}
          />
          <InputNumber
            aria-label={basisText.cell(basisText.intakeStudents, index + 1)}
            disabled={disabled}
            min={0}
            precision={0}
            value={each.students}
            onChange={(students) => set(row.intake.with(index, { ...each, students: students ?? 0 }))}
          />
          {!disabled && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={basisText.removeRow(index + 1)}
              onClick={() => set(row.intake.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {!disabled && (
        <Button
          className="basis-add"
          onClick={() => set([...row.intake, { from: null, stage: 'primary', students: 0 }])}
        >
          {basisText.addIntake}
        </Button>
      )}
    </div>
  );
}

/** What a project brings; an empty cell is 待补. */
export function ProjectGains({ row, view, onChange }: Props) {
  const disabled = !view.mayWrite;
  return (
    <details className="basis-gains">
      <summary>{basisText.details}</summary>
      <div className="basis-fields">
        {counts.map((field) => (
          <label key={field}>
            {projectFieldText[field]}
            <InputNumber
              disabled={disabled}
              min={0}
              precision={0}
              value={row[field]}
              onChange={(value) => onChange({ ...row, [field]: value })}
            />
          </label>
        ))}
        {amounts.map((field) => (
          <label key={field}>
            {projectFieldText[field]}
            <Input
              disabled={disabled}
              inputMode="decimal"
              maxLength={20}
              value={row[field] ?? ''}
              onChange={(event) => onChange({ ...row, [field]: event.target.value || null })}
            />
          </label>
        ))}
      </div>
      <Intake row={row} view={view} onChange={onChange} />
    </details>
  );
}
