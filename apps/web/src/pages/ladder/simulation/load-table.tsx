import { Select, Table } from 'antd';
import { useId, useState } from 'react';
import type { SimulationMonth } from '../../../api/simulation-types.js';
import { Panel } from '../../../parts/panel.js';
import { simulationText } from '../../../text/simulation.js';

type Load = SimulationMonth['load'][number];
type Recipient = SimulationMonth['recipients'][number];

const number = { width: 110, align: 'right' } as const;

/** What one month means for each unit and each person. */
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
      <div className="simulated-month">
        <Table<Load>
          size="small"
          rowKey="unit"
          pagination={false}
          dataSource={month.load}
          columns={[
            { key: 'unit', title: simulationText.unit, dataIndex: 'unit' },
            {
              ...number,
              key: 'open',
              title: simulationText.openTasks,
              dataIndex: 'open',
              sorter: (a, b) => a.open - b.open,
            },
            {
              ...number,
              key: 'overdue',
              title: simulationText.overdue,
              dataIndex: 'overdue',
              sorter: (a, b) => a.overdue - b.overdue,
            },
          ]}
        />
        <Table<Recipient>
          size="small"
          rowKey="person"
          pagination={false}
          dataSource={month.recipients}
          columns={[
            { key: 'person', title: simulationText.person, dataIndex: 'person' },
            {
              ...number,
              key: 'messages',
              title: simulationText.messagesOf,
              dataIndex: 'messages',
              sorter: (a, b) => a.messages - b.messages,
            },
          ]}
        />
      </div>
    </Panel>
  );
}
