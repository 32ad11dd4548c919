import { Alert, Button } from 'antd';
import type { UnitRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { batchText } from '../../text/batch.js';
import { PreviewTable } from './preview-table.js';
import type { Batch } from './use-batch.js';

interface Props {
  batch: Batch;
  units: readonly UnitRow[];
  onBack: () => void;
  onDone: () => void;
}

function Summary({ batch }: { batch: Batch }) {
  const preview = batch.preview.data;
  if (preview === undefined) return null;
  const bad = new Set(preview.rows.filter((row) => row.problems.length > 0).map((row) => row.index));
  return (
    <Alert
      type={preview.invalid === 0 ? 'success' : 'warning'}
      showIcon
      role="status"
      title={batchText.summary(preview.valid, preview.invalid)}
      action={
        bad.size > 0 ? (
          <Button size="small" onClick={() => batch.removeItems(bad)}>
            {batchText.dropInvalid(bad.size)}
          </Button>
        ) : undefined
      }
    />
  );
}

export function PreviewStep({ batch, units, onBack, onDone }: Props) {
  const { preview, create } = batch;
  const ready =
    preview.data !== undefined && !preview.isPending && preview.data.invalid === 0 && batch.items.length > 0;
  const send = (assign: boolean) => {
    if (!create.isPending) create.mutate(assign, { onSuccess: onDone });
  };
  const busyWith = create.isPending ? create.variables : null;
  return (
    <div className="stack">
      {preview.error !== null && (
        <ProblemAlert error={preview.error} onRetry={() => preview.mutate(batch.items)} />
      )}
      <Summary batch={batch} />
      {batch.items.length === 0 ? (
        <Nothing text={batchText.noRows} />
      ) : (
        <PreviewTable batch={batch} units={units} />
      )}
      {create.error !== null && <ProblemAlert error={create.error} />}
      <div className="row">
        <Button onClick={onBack} disabled={create.isPending}>
          {batchText.back}
        </Button>
        <Button
          type="primary"
          loading={busyWith === true}
          disabled={!ready || busyWith === false}
          onClick={() => send(true)}
        >
          {batchText.assign(batch.items.length)}
        </Button>
        <Button
          loading={busyWith === false}
          disabled={!ready || busyWith === true}
          onClick={() => send(false)}
        >
          {batchText.draft}
        </Button>
      </div>
    </div>
  );
}
