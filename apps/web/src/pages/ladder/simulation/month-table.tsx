import { Table } from 'antd';
import type { SimulationMonth } from '../../../api/simulation-types.js';
import { appText } from '../../../text/app.js';
import { simulationText } from '../../../text/simulation.js';
import { listOf } from '../../../text/wording.js';
import { ladderText } from '../../../text/ladder.js';
import { type Counted, deliveredBy, raisedOf, sumOf } from './sum-months.js';

const rungText = (counts: SimulationMonth['raised']): string =>
  listOf(counts.map(({ rung, count }) => ladderText.previewRung(rung, count))) || appText.dash;

const counted: { key: Counted; title: string }[] = [
  { key: 'assigned', title: simulationText.assigned },
  { key: 'closed', title: simulationText.closed },
  { key: 'overdue', title: simulationText.overdue },
  { key: 'extensions', title: simulationText.extensions },
  { key: 'digests', title: simulationText.digests },
  { key: 'withdrawn', title: simulationText.withdrawn },
  { key: 'held', title: simulationText.held },
  { key: 'released', title: simulationText.released },
  { key: 'people', title: simulationText.people },
  { key: 'mostForOnePerson', title: simulationText.most },
  { key: 'papers', title: simulationText.papers },
];
const channels = [
  { key: 'inbox', title: simulationText.inbox },
  { key: 'mail', title: simulationText.mail },
];
/** Of these a sum over months means nothing. */
const states: readonly Counted[] = ['overdue', 'people', 'mostForOnePerson'];

export function MonthTable({ months }: { months: SimulationMonth[] }) {
  return (
    <div className="month-table" tabIndex={0} role="region" aria-label={simulationText.months}>
      <Table<SimulationMonth>
        size="small"
        rowKey="month"
        pagination={false}
        dataSource={months}
        columns={[
          { key: 'month', title: simulationText.month, dataIndex: 'month', width: 84 },
          ...counted.map(({ key, title }) => ({
            key,
            title,
            dataIndex: key,
            width: 78,
            align: 'right' as const,
            render: (value: number) => simulationText.number(value),
          })),
          ...channels.map(({ key, title }) => ({
            key,
            title,
            width: 78,
            align: 'right' as const,
            render: (_: unknown, month: SimulationMonth) => simulationText.number(deliveredBy([month], key)),
          })),
          {
            key: 'overdueByRung',
            title: simulationText.overdueByRung,
            width: 200,
            render: (_: unknown, month: SimulationMonth) => rungText(month.overdueByRung),
          },
          {
            key: 'raised',
            title: simulationText.raised,
            width: 200,
            render: (_: unknown, month: SimulationMonth) => rungText(month.raised),
          },
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>
              <strong>{simulationText.total}</strong>
            </Table.Summary.Cell>
            {counted.map(({ key }, index) => (
              <Table.Summary.Cell key={key} index={index + 1} align="right">
                <strong>
                  {states.includes(key) ? appText.dash : simulationText.number(sumOf(months, key))}
                </strong>
              </Table.Summary.Cell>
            ))}
            {channels.map(({ key }, index) => (
              <Table.Summary.Cell key={key} index={counted.length + index + 1} align="right">
                <strong>{simulationText.number(deliveredBy(months, key))}</strong>
              </Table.Summary.Cell>
            ))}
            <Table.Summary.Cell index={counted.length + channels.length + 1}>
              {appText.dash}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={counted.length + channels.length + 2}>
              <strong>{rungText(raisedOf(months))}</strong>
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
    </div>
  );
}
