import { Select, Table } from 'antd';
import { useId, useState } from 'react';
import type { SimulationMonth } from '../../../api/types.js';
import { Panel } from '../../../parts/panel.js';
import { simulationText } from '../../../text/simulation.js';

type Load = SimulationMonth['load'][number];

/** What each unit has on its desk at the end of a month. */
export function LoadTable({ months }: { months: SimulationMonth[] }) {
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const month = months.find((one) => one.month === chosen) ?? months.at(-1);
  if (month === undefined) return null;
  const choice = (
    <span className="row">
      <label htmlFor={id}>{simulationText.loadOf}</label>
      <Select
        id={id}
        size="small"
        value={month.month}
        options={months.map((one) => ({ value: one.month, label: one.month }))}
        onChange={setChosen}
      />
    </span>
  );
  return (
    <Panel title={simulationText.load} extra={choice}>
      <Table<Load>
        size="small"
        rowKey="unit"
        pagination={false}
        dataSource={month.load}
        columns={[
          { key: 'unit', title: simulationText.unit, dataIndex: 'unit' },
          {
            key: 'open',
            title: simulationText.openTasks,
            dataIndex: 'open',
            width: 90,
            align: 'right',
            sorter: (a, b) => a.open - b.open,
          },
          {
            key: 'overdue',
            title: simulationText.overdue,
            dataIndex: 'overdue',
            width: 110,
            align: 'right',
            sorter: (a, b) => a.overdue - b.overdue,
          },
        ]}
      />
    </Panel>
  );
}
