import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { EnrolmentRow, PupilStage, WhatIfView } from '../../../api/types.js';
import { Nothing } from '../../../parts/empty.js';
import { Panel } from '../../../parts/panel.js';
import { withDetail } from '../../../text/wording.js';
import { basisText, changeKindText, pupilStageText } from '../../../text/projection.js';
import { PasteDialog } from './paste-dialog.js';
import type { Basis } from './use-basis.js';

const stageOptions = (Object.keys(pupilStageText) as PupilStage[]).map((value) => ({
  value,
  label: pupilStageText[value],
}));
const kindOptions = (['set', 'add', 'percent'] as const).map((value) => ({
  value,
  label: changeKindText[value],
}));
const everySchool = '';

interface LineProps {
  row: EnrolmentRow;
  index: number;
  schools: readonly { value: string; label: string }[];
  disabled: boolean;
  faults: readonly string[];
  onChange: (row: EnrolmentRow) => void;
  onRemove: () => void;
}

function EnrolmentLine({ row, index, schools, disabled, faults, onChange, onRemove }: LineProps) {
  const number = index + 1;
  const label = (name: string) => basisText.cell(name, number);
  return (
    <tr className={faults.length > 0 ? 'basis-fault' : undefined}>
      <td className="basis-number">{number}</td>
      <td data-label={basisText.year}>
        <InputNumber
          className="basis-year"
          aria-label={label(basisText.year)}
          disabled={disabled}
          min={2000}
          max={2100}
          value={row.year}
          onChange={(year) => year !== null && onChange({ ...row, year })}
        />
      </td>
      <td data-label={basisText.school}>
        <Select
          className="basis-school"
          aria-label={label(basisText.school)}
          disabled={disabled}
          showSearch={{ optionFilterProp: 'label' }}
          value={row.school ?? everySchool}
          options={[{ value: everySchool, label: basisText.allSchools }, ...schools]}
          onChange={(school: string) => onChange({ ...row, school: school === everySchool ? null : school })}
        />
        {faults.map((fault) => (
          <div key={fault} className="basis-reason" role="alert">
            {fault}
          </div>
        ))}
      </td>
      <td data-label={basisText.stage}>
        <Select
          aria-label={label(basisText.stage)}
          disabled={disabled}
          value={row.stage}
          options={stageOptions}
          onChange={(stage) => onChange({ ...row, stage })}
        />
      </td>
      <td data-label={basisText.kind}>
        <Select
          className="basis-kind"
          aria-label={label(basisText.kind)}
          disabled={disabled}
          value={row.kind}
          options={kindOptions}
          onChange={(kind) => onChange({ ...row, kind })}
        />
      </td>
      <td data-label={basisText.value}>
        <Input
          className="basis-value"
          aria-label={label(basisText.value)}
          disabled={disabled}
          inputMode="decimal"
          maxLength={20}
          suffix={<span className="muted">{basisText.valueHint[row.kind]}</span>}
          value={row.value}
          onChange={(event) => onChange({ ...row, value: event.target.value })}
        />
      </td>
      <td>
        {!disabled && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={basisText.removeRow(number)}
            onClick={onRemove}
          />
        )}
      </td>
    </tr>
  );
}

/** A new row goes on where the last one ends. */
const nextRow = (view: WhatIfView, rows: readonly EnrolmentRow[]): EnrolmentRow => ({
  ...(rows.at(-1) ?? { year: view.dataYear + 1, school: null, stage: 'primary', kind: 'percent' }),
  value: '',
});

export function EnrolmentTable({ view, basis }: { view: WhatIfView; basis: Basis }) {
  const [pasting, setPasting] = useState(false);
  const { draft, setEnrolment, faultsOf } = basis;
  const rows = draft.enrolment;
  const founded = draft.projects.flatMap(({ founding, school, name }) =>
    founding && school !== null ? [{ code: school, name }] : [],
  );
  const schools = [...view.schools, ...founded].map(({ code, name }) => ({
    value: code,
    label: withDetail(name, code),
  }));
  const replace = (index: number, ...by: EnrolmentRow[]) => setEnrolment(rows.toSpliced(index, 1, ...by));
  return (
    <Panel title={basisText.enrolment} extra={<span className="muted">{basisText.enrolmentLead}</span>}>
      <div className="stack">
        {rows.length === 0 ? (
          <Nothing text={basisText.noEnrolment} />
        ) : (
          <table className="board-table basis-table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">{basisText.rowNumber}</span>
                </th>
                <th scope="col">{basisText.year}</th>
                <th scope="col">{basisText.school}</th>
                <th scope="col">{basisText.stage}</th>
                <th scope="col">{basisText.kind}</th>
                <th scope="col">{basisText.value}</th>
                <th scope="col">
                  <span className="visually-hidden">{basisText.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <EnrolmentLine
                  key={index}
                  row={row}
                  index={index}
                  schools={schools}
                  disabled={!view.mayWrite}
                  faults={faultsOf(`/enrolment/${index}`)}
                  onChange={(changed) => replace(index, changed)}
                  onRemove={() => replace(index)}
                />
              ))}
            </tbody>
          </table>
        )}
        {view.mayWrite && (
          <div className="row">
            <Button onClick={() => setEnrolment([...rows, nextRow(view, rows)])}>{basisText.addRow}</Button>
            <Button onClick={() => setPasting(true)}>{basisText.paste}</Button>
          </div>
        )}
      </div>
      {pasting && (
        <PasteDialog
          schools={view.schools}
          onAdd={(added) => setEnrolment([...rows, ...added])}
          onClose={() => setPasting(false)}
        />
      )}
    </Panel>
  );
}
