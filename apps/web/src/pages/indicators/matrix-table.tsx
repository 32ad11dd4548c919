import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { memo, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { ResourceIndicator } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { verdictIcons, VerdictTag } from '../../parts/verdict-tag.js';
import { appText } from '../../text/app.js';
import {
  indicatorsText,
  matrixText,
  resourceShort,
  schoolKindText,
  stageText,
  verdictText,
} from '../../text/indicators.js';
import { withDetail } from '../../text/wording.js';
import { CellPanel, type OpenCell } from './cell-panel.js';
import { cellOf, heatLevel, type SectionRow, type SortField } from './matrix-rows.js';
import { resources } from './resources.js';
import { schoolUrl, useAddress, useDataSetId } from './use-address.js';

interface Props {
  rows: readonly SectionRow[];
  sort: SortField | undefined;
  descending: boolean;
  withStage: boolean;
}

function SortHead({
  field,
  sort,
  descending,
  children,
}: Pick<Props, 'sort' | 'descending'> & { field: SortField; children: ReactNode }) {
  const { set } = useAddress();
  const sorted = field === sort;
  const next = !sorted ? 'asc' : 'desc';
  const Caret = descending ? CaretDownFilled : CaretUpFilled;
  return (
    <th scope="col" aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        className="matrix-sort"
        onClick={() =>
          set(sorted && descending ? { sort: undefined, order: undefined } : { sort: field, order: next })
        }
      >
        {children}
        {sorted && <Caret aria-hidden />}
      </button>
    </th>
  );
}

function FigureCell({
  row,
  indicator,
  address,
  onOpen,
}: {
  onOpen: (cell: OpenCell) => void;
  row: SectionRow;
  indicator: ResourceIndicator;
  address: string;
}) {
  const cell = cellOf(row, indicator);
  if (cell === undefined) return <td>{appText.dash}</td>;
  const level = heatLevel(cell.verdict, cell.floorMet, cell.ratioToLine);
  const Icon = verdictIcons[cell.verdict];
  const words = verdictText[cell.verdict];
  const meaning = level === 0 ? `${words}，${matrixText.belowFloor}` : words;
  const content = (
    <>
      {cell.verdict !== 'met' && <Icon aria-hidden />} {cell.text}
    </>
  );
  const label = matrixText.figureLabel(row.name, indicator, cell.text, meaning);
  return (
    <td className={level === null ? `figure-${cell.verdict}` : `figure-heat-${level}`} title={meaning}>
      {/* The school's name leads the keyboard to the same figures; seven more stops a row would be in its way. */}
      {cell.verdict === 'unmet' ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={label}
          onClick={() => onOpen({ code: row.code, stage: row.stage, indicator })}
        >
          {content}
        </button>
      ) : (
        <Link to={address} tabIndex={-1} aria-label={label}>
          {content}
        </Link>
      )}
    </td>
  );
}

const SchoolLine = memo(function SchoolLine({
  row,
  dataSetId,
  withStage,
  onOpen,
}: {
  row: SectionRow;
  onOpen: (cell: OpenCell) => void;
  dataSetId: string | undefined;
  withStage: boolean;
}) {
  return (
    <tr>
      <th scope="row">
        <Link to={schoolUrl(row.code, { dataSetId })}>{row.name}</Link>
      </th>
      {withStage && <td>{stageText[row.stage]}</td>}
      <td className="matrix-kind">{schoolKindText[row.kind]}</td>
      <td className="matrix-number">{row.students ?? indicatorsText.noFigure}</td>
      <td>
        <VerdictTag verdict={row.verdict} />
      </td>
      <td>
        {row.localVerdict === null ? indicatorsText.noLocal : <VerdictTag verdict={row.localVerdict} />}
      </td>
      <td className="matrix-number">{row.missed.length}</td>
      {resources.map((indicator) => (
        <FigureCell
          key={indicator}
          row={row}
          indicator={indicator}
          onOpen={onOpen}
          address={schoolUrl(row.code, { dataSetId, open: `${row.stage}-${indicator}` })}
        />
      ))}
    </tr>
  );
});

function Heat() {
  return (
    <p className="matrix-heat">
      <span className="muted">{matrixText.heat}</span>
      {matrixText.heatLevels.map((words, level) => (
        <span key={words} className={`figure-heat-${level}`}>
          {words}
        </span>
      ))}
    </p>
  );
}

/** Schools against the seven indicators: the colour says how far from the line, the icon says the verdict. */
export function MatrixTable({ rows, sort, descending, withStage }: Props) {
  const dataSetId = useDataSetId();
  const [opened, setOpened] = useState<OpenCell | null>(null);
  if (rows.length === 0) return <Nothing text={matrixText.emptyFiltered} />;
  const head = { sort, descending };
  return (
    <>
      <Heat />
      <div className="matrix-frame" role="region" aria-label={matrixText.tableLabel} tabIndex={0}>
        <table className="matrix">
          <thead>
            <tr>
              <SortHead field="name" {...head}>
                {matrixText.school}
              </SortHead>
              {withStage && <th scope="col">{matrixText.stage}</th>}
              <SortHead field="kind" {...head}>
                {matrixText.kind}
              </SortHead>
              <SortHead field="students" {...head}>
                {matrixText.students}
              </SortHead>
              <SortHead field="verdict" {...head}>
                {indicatorsText.national}
              </SortHead>
              <th scope="col">{indicatorsText.local}</th>
              <SortHead field="missed" {...head}>
                {matrixText.missedCount}
              </SortHead>
              {resources.map((indicator) => (
                <SortHead key={indicator} field={indicator} {...head}>
                  <span title={withDetail(indicator, resourceShort[indicator])}>
                    {indicator}
                    <br />
                    {resourceShort[indicator]}
                  </span>
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SchoolLine
                key={`${row.code}-${row.stage}`}
                row={row}
                dataSetId={dataSetId}
                withStage={withStage}
                onOpen={setOpened}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted matrix-hint">{matrixText.sortHint}</p>
      {opened !== null && <CellPanel cell={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
