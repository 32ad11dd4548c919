import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { CellFault } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { importText } from '../../text/imports.js';
import { ledgerImportText } from '../../text/ledgers.js';
import { labelled, listOf, withDetail } from '../../text/wording.js';
import { FaultTable } from '../indicators/fault-table.js';

interface DecisionProps {
  rejected: number;
  /** Rows that would be taken. */
  good: number;
  confirmable: boolean;
  confirmLabel: string;
  pending: boolean;
  error: unknown;
  onConfirm: (goodRowsOnly: boolean) => void;
  onDrop: () => void;
}

/** All or nothing first; with errors the good rows can be taken alone, after being asked. */
export function ImportDecision({
  rejected,
  good,
  confirmable,
  confirmLabel,
  pending,
  error,
  onConfirm,
  onDrop,
}: DecisionProps) {
  const { modal } = App.useApp();
  const takeGood = () =>
    void modal.confirm({
      title: importText.confirmGoodTitle(rejected),
      okText: importText.confirmGood(good),
      onOk: () => onConfirm(true),
    });
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      <div className="row">
        {confirmable && (
          <Button type="primary" loading={pending} onClick={() => onConfirm(false)}>
            {confirmLabel}
          </Button>
        )}
        {!confirmable && rejected > 0 && good > 0 && (
          <Button loading={pending} onClick={takeGood}>
            {importText.confirmGood(good)}
          </Button>
        )}
        {!confirmable && good === 0 && <span>{ledgerImportText.nothing}</span>}
        <Button type="text" onClick={onDrop}>
          {importText.drop}
        </Button>
      </div>
    </>
  );
}

interface FaultProps {
  errors: readonly CellFault[];
  errorCount: number;
  truncated: boolean;
  unknownColumns: readonly string[];
  notes: readonly string[];
  errorsUrl: string;
}

export function ImportFaults({
  errors,
  errorCount,
  truncated,
  unknownColumns,
  notes,
  errorsUrl,
}: FaultProps) {
  return (
    <>
      {errors.length === 0 && <p className="import-fine">{importText.noErrors}</p>}
      {errors.length > 0 && (
        <div className="stack">
          <div className="row">
            <h3>{withDetail(importText.errors, importText.errorCount(errorCount))}</h3>
            <Button icon={<DownloadOutlined />} href={errorsUrl} download>
              {ledgerImportText.errorWorkbook}
            </Button>
            <span className="muted">{importText.errorAdvice}</span>
          </div>
          {truncated && <p className="muted">{importText.truncated(errors.length)}</p>}
          <FaultTable faults={errors} label={importText.errors} />
        </div>
      )}
      {unknownColumns.length > 0 && <p>{labelled(importText.unknownColumns, listOf(unknownColumns))}</p>}
      {notes.length > 0 && <p>{labelled(importText.notes, notes.join(''))}</p>}
    </>
  );
}
