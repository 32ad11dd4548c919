import { Alert, Button } from 'antd';
import { useNavigate } from 'react-router';
import type { BatchResult } from '../../api/types.js';
import { TaskTable } from '../../parts/task-table.js';
import { batchText } from '../../text/batch.js';

interface Props {
  result: BatchResult;
  assigned: boolean;
  onAgain: () => void;
}

export function ResultStep({ result, assigned, onAgain }: Props) {
  const navigate = useNavigate();
  const count = result.items.length;
  return (
    <div className="stack">
      <Alert
        type="success"
        showIcon
        role="status"
        title={assigned ? batchText.done(count) : batchText.drafted(count)}
      />
      <TaskTable
        tasks={result.items.map((item) => item.task)}
        columns={['number', 'task', 'leadUnit', 'supportingUnits', 'standing', 'due']}
        label={batchText.steps[3]}
        empty={null}
      />
      <div className="row">
        <Button type="primary" onClick={() => void navigate('/tasks?sort=number&order=desc')}>
          {batchText.seeTasks}
        </Button>
        <Button onClick={onAgain}>{batchText.again}</Button>
      </div>
    </div>
  );
}
