import { Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { recordFigures } from '../../../api/county-inputs.js';
import type { FigureIndicator, SchoolName } from '../../../api/types.js';
import { useCampaign } from '../../../shell/session.js';
import { entryText, figuresText } from '../../../text/county-inputs.js';
import { EntryDialog } from './entry-dialog.js';
import { DayField, isoDay, TextField } from './entry-fields.js';
import { ConfirmField, useUsualDay } from './figure-dialog.js';
import { cellName, FigureGrid, type GridValues } from './figure-grid.js';

interface Fields {
  asOf: Dayjs;
  note?: string;
  cells: GridValues;
  confirmed?: boolean;
}

/** Figures of every school in one grid; only what was changed is sent. */
export function SchoolFiguresDialog({
  indicator,
  schools,
  onClose,
}: {
  indicator: FigureIndicator;
  schools: readonly SchoolName[];
  onClose: () => void;
}) {
  const { id: cid } = useCampaign();
  const usual = useUsualDay(indicator);
  const before: GridValues = Object.fromEntries(
    indicator.schoolEntries.map(({ school, key, value }) => [cellName(school ?? '', key), value ?? '']),
  );
  const changesOf = (cells: GridValues) =>
    schools.flatMap(({ code }) =>
      indicator.fields.flatMap(({ key }) => {
        const name = cellName(code, key);
        const typed = (cells[name] ?? '').trim();
        return typed === (before[name] ?? '')
          ? []
          : [{ school: code, key, value: typed === '' ? null : typed }];
      }),
    );
  const send = ({ asOf, note, cells, confirmed }: Fields) =>
    recordFigures(cid, {
      asOf: isoDay(asOf),
      ...(note?.trim() ? { note } : {}),
      ...(confirmed === true ? { confirmed } : {}),
      figures: changesOf(cells),
    });
  const changed = (_: unknown, cells: GridValues) =>
    changesOf(cells).length > 0 ? Promise.resolve() : Promise.reject(new Error(figuresText.nothingChanged));
  return (
    <EntryDialog<Fields>
      title={figuresText.fillOf(figuresText.grid, `${indicator.id} ${indicator.name}`)}
      initialValues={{ asOf: usual, cells: before }}
      send={send}
      onClose={onClose}
      width={900}
    >
      {(_, error) => (
        <>
          <DayField name="asOf" label={entryText.asOf} hint={entryText.asOfHint} />
          <TextField name="note" label={entryText.note} most={200} optional />
          <p className="muted">{figuresText.gridHint}</p>
          <Form.Item name="cells" rules={[{ validator: changed }]} validateTrigger="onSubmit">
            <FigureGrid indicator={indicator} schools={schools} />
          </Form.Item>
          <ConfirmField error={error} />
        </>
      )}
    </EntryDialog>
  );
}
