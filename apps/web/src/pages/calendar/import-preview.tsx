import { Alert, Button, Table } from 'antd';
import type { CalendarPreview, CampaignMoves } from '../../api/types.js';
import { calendarText } from '../../text/calendar.js';
import { formatDate } from '../../text/dates.js';
import { listOf, withDetail } from '../../text/wording.js';

function Moves({ campaign }: { campaign: CampaignMoves }) {
  const { moves, restDays, units } = campaign;
  return (
    <section className="stack">
      <h3>{campaign.campaignName}</h3>
      {moves.length > 0 && (
        <>
          <p>
            {withDetail(
              calendarText.moves(moves.length),
              listOf(units.map(({ unitName, count }) => `${unitName} ${count}`)),
            )}
          </p>
          <Table
            size="small"
            rowKey="number"
            scroll={{ x: 720 }}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            dataSource={moves}
            columns={[
              { title: calendarText.number, dataIndex: 'number', width: 90 },
              { title: calendarText.unit, dataIndex: 'unitName', width: 110 },
              {
                title: calendarText.before,
                width: 130,
                render: (_, row) => formatDate(row.effectiveDueOn),
              },
              {
                title: calendarText.after,
                width: 130,
                render: (_, row) => formatDate(row.newEffectiveDueOn),
              },
              { title: calendarText.how, dataIndex: 'explanation' },
            ]}
          />
        </>
      )}
      {restDays.length > 0 && (
        <>
          <p>{calendarText.rest(restDays.length)}</p>
          <ul className="plain-list">
            {restDays.map((row) => (
              <li key={row.number}>
                {row.number} {row.unitName} {calendarText.restLine(formatDate(row.dueOn), row.reason)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface Props {
  preview: CalendarPreview;
  saving: boolean;
  onConfirm: (fingerprint: string) => void;
}

export function ImportPreview({ preview, saving, onConfirm }: Props) {
  return (
    <div className="stack" role="status">
      <p>
        <strong>
          {preview.year} {preview.notice}
        </strong>{' '}
        {calendarText.workingDays(preview.workingDays)}；
        {preview.replaces === null ? calendarText.fresh : calendarText.replaces(preview.replaces)}
      </p>
      {preview.unchanged && <Alert type="info" showIcon title={calendarText.unchanged} />}
      {preview.campaigns.length === 0 && <p>{calendarText.noMoves}</p>}
      {preview.campaigns.map((campaign) => (
        <Moves key={campaign.campaignId} campaign={campaign} />
      ))}
      {!preview.unchanged && (
        <div>
          <Button type="primary" loading={saving} onClick={() => onConfirm(preview.fingerprint)}>
            {calendarText.confirm}
          </Button>
        </div>
      )}
    </div>
  );
}
