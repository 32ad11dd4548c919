import { useMutation } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { resetResponsibility } from '../../api/indicators.js';
import type { ResponsibilityRow } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { useCampaign, useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { responsibilityText } from '../../text/responsibilities.js';
import { listOf } from '../../text/wording.js';
import { IndicatorNav } from './indicator-nav.js';
import './indicators.css';
import { useResponsibilities } from './indicators.queries.js';
import { ResponsibilityDialog } from './responsibility-dialog.js';

const titleOf = ({ indicator, name, group }: ResponsibilityRow): string =>
  group === 'approval' ? name : `${indicator} ${name}`;
const namesOf = (units: ResponsibilityRow['leadUnits']): string =>
  listOf(units.map(({ shortName }) => shortName));

function Actions({ row, onEdit }: { row: ResponsibilityRow; onEdit: () => void }) {
  const campaign = useCampaign();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const reset = useMutation({
    mutationFn: () => resetResponsibility(campaign.id, row.indicator, row.version),
    onSuccess: () => {
      void refresh(campaign.id);
      void message.success(responsibilityText.resetDone);
    },
  });
  return (
    <>
      <Button size="small" aria-label={responsibilityText.editLabel(titleOf(row))} onClick={onEdit}>
        {responsibilityText.edit}
      </Button>{' '}
      {(row.ownUnits || row.ownDue || row.note !== '') && (
        <Popconfirm
          title={responsibilityText.resetConfirm}
          okText={appText.ok}
          cancelText={appText.cancel}
          onConfirm={() => reset.mutate()}
        >
          <Button
            size="small"
            loading={reset.isPending}
            aria-label={responsibilityText.resetLabel(titleOf(row))}
          >
            {responsibilityText.reset}
          </Button>
        </Popconfirm>
      )}
      {reset.error !== null && (
        <ProblemAlert error={reset.error} onLoadLatest={() => void refresh(campaign.id)} />
      )}
    </>
  );
}

function Line({ row, onEdit }: { row: ResponsibilityRow; onEdit: (() => void) | undefined }) {
  return (
    <tr>
      <th scope="row">{titleOf(row)}</th>
      <td data-label={responsibilityText.leadUnits}>
        <div>
          {namesOf(row.leadUnits) || responsibilityText.none}
          {row.ownUnits && <span className="mark">{responsibilityText.own}</span>}
          {!row.ownUnits && row.unmatchedNames.length > 0 && (
            <div className="missing-unit">{responsibilityText.unmatched(listOf(row.unmatchedNames))}</div>
          )}
        </div>
      </td>
      <td data-label={responsibilityText.supportUnits}>{namesOf(row.supportUnits) || appText.dash}</td>
      <td data-label={responsibilityText.due}>
        <div>
          {row.dueMonth === null || row.dueDay === null
            ? responsibilityText.asEvidence
            : responsibilityText.dueOn(row.dueMonth, row.dueDay)}
          {row.ownDue && <span className="mark">{responsibilityText.own}</span>}
          {row.note !== '' && <div className="muted">{row.note}</div>}
        </div>
      </td>
      {onEdit !== undefined && (
        <td>
          <Actions row={row} onEdit={onEdit} />
        </td>
      )}
    </tr>
  );
}

export function ResponsibilitiesPage() {
  const campaign = useCampaign();
  const rows = useResponsibilities(campaign.id);
  const [edited, setEdited] = useState<string | null>(null);
  const mayEdit = campaign.role === 'government_office';
  const open = rows.data?.items.find(({ indicator }) => indicator === edited);
  return (
    <>
      <PageHead title={responsibilityText.title} lead={responsibilityText.lead} />
      <IndicatorNav />
      <QueryView query={rows}>
        {({ items }) => (
          <section className="panel" aria-label={responsibilityText.table}>
            <table className="board-table responsibilities">
              <thead>
                <tr>
                  <th scope="col">{responsibilityText.indicator}</th>
                  <th scope="col">{responsibilityText.leadUnits}</th>
                  <th scope="col">{responsibilityText.supportUnits}</th>
                  <th scope="col">{responsibilityText.due}</th>
                  {mayEdit && <th scope="col">{appText.actions}</th>}
                </tr>
              </thead>
              <tbody>
                {items.map((row) => (
                  <Line
                    key={row.indicator}
                    row={row}
                    onEdit={mayEdit ? () => setEdited(row.indicator) : undefined}
                  />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </QueryView>
      {open !== undefined && (
        <ResponsibilityDialog
          key={open.version}
          cid={campaign.id}
          row={open}
          title={titleOf(open)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
