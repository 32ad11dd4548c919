import { PlusOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import type { ReminderRuleRow } from '../../api/types.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { offsetWords, remindersText } from '../../text/reminders.js';
import { priorityText, sourceKindText } from '../../text/states.js';

interface Props {
  rules: readonly ReminderRuleRow[];
  onEdit?: (index: number) => void;
  onRemove?: (index: number) => void;
  onAdd?: () => void;
}

interface Row extends ReminderRuleRow {
  index: number;
}

const whoText = (rule: ReminderRuleRow): string =>
  rule.recipients.map((kind) => remindersText.recipients[kind]).join('、');

function whichText({ sourceKinds, priorities }: ReminderRuleRow): string {
  const words = [
    sourceKinds.map((kind) => sourceKindText[kind]).join('、'),
    priorities.map((priority) => priorityText[priority]).join('、'),
  ].filter((text) => text !== '');
  return words.length === 0 ? remindersText.allTasks : words.join('；');
}

const stateText = (rule: ReminderRuleRow): string =>
  rule.active ? remindersText.active : remindersText.inactive;

function Actions({ row, onEdit, onRemove }: { row: Row } & Pick<Props, 'onEdit' | 'onRemove'>) {
  return (
    <>
      <Button
        type="link"
        size="small"
        aria-label={remindersText.editLabel(row.name)}
        onClick={() => onEdit?.(row.index)}
      >
        {remindersText.edit}
      </Button>
      <Button
        type="link"
        size="small"
        danger
        aria-label={remindersText.removeLabel(row.name)}
        onClick={() => onRemove?.(row.index)}
      >
        {remindersText.remove}
      </Button>
    </>
  );
}

function Cards({ rows, onEdit, onRemove }: { rows: readonly Row[] } & Pick<Props, 'onEdit' | 'onRemove'>) {
  return (
    <ul className="reminder-cards">
      {rows.map((row) => (
        <li key={row.index}>
          <span className="row">
            <strong>{row.name}</strong>
            <span className="muted">{stateText(row)}</span>
            {onEdit !== undefined && <Actions row={row} onEdit={onEdit} onRemove={onRemove} />}
          </span>
          <span>{offsetWords(row)}</span>
          <span>{whoText(row)}</span>
          <span className="muted">{whichText(row)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The rules; with the handlers given, also the place to change them. */
export function RuleTable({ rules, onEdit, onRemove, onAdd }: Props) {
  const narrow = useNarrow();
  const rows = rules.map((rule, index) => ({ ...rule, index }));
  const columns: TableColumnsType<Row> = [
    { key: 'name', title: remindersText.rule, dataIndex: 'name' },
    { key: 'when', title: remindersText.when, render: (_, row) => offsetWords(row) },
    { key: 'who', title: remindersText.who, render: (_, row) => whoText(row) },
    { key: 'which', title: remindersText.which, render: (_, row) => whichText(row) },
    { key: 'state', title: remindersText.state, width: 70, render: (_, row) => stateText(row) },
    ...(onEdit === undefined
      ? []
      : [
          {
            key: 'actions',
            title: remindersText.actions,
            width: 120,
            render: (_: unknown, row: Row) => <Actions row={row} onEdit={onEdit} onRemove={onRemove} />,
          },
        ]),
  ];
  return (
    <div className="stack">
      {narrow ? (
        <Cards rows={rows} onEdit={onEdit} onRemove={onRemove} />
      ) : (
        <Table<Row> size="small" rowKey="index" columns={columns} dataSource={rows} pagination={false} />
      )}
      {onAdd !== undefined && (
        <div>
          <Button icon={<PlusOutlined />} onClick={onAdd}>
            {remindersText.add}
          </Button>
        </div>
      )}
    </div>
  );
}
