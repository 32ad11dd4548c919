import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { unitsWorkbookUrl } from '../../api/extensions.js';
import type { OverviewView, UnitOverviewRow, UnitRow } from '../../api/types.js';
import { useOverview, useUnits } from '../../parts/campaign.queries.js';
import { CountLink } from '../../parts/count-link.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { StandingLegend } from '../../parts/standing-tag.js';
import { countedStandings, StandingTiles } from '../../parts/standing-tiles.js';
import { tasksUrl, type TaskListPlace } from '../../parts/task-links.js';
import { UnitHeatMap } from '../../parts/unit-heat-map.js';
import { useCampaign } from '../../shell/session.js';
import { unitsText } from '../../text/units.js';
import { RenameDialog } from './rename-dialog.js';
import './units.css';

type Kind = 'all' | 'department' | 'township';
const kinds: readonly Kind[] = ['all', 'department', 'township'];

function useKind(): [Kind, (kind: Kind) => void] {
  const [search, setSearch] = useSearchParams();
  const kind = kinds.find((one) => one === search.get('kind')) ?? 'all';
  return [kind, (next) => setSearch(next === 'all' ? {} : { kind: next })];
}

// A rate on fewer closed tasks says little.
const fewest = 5;

function Rate({ row }: { row: UnitOverviewRow }) {
  const { numerator, denominator } = row.onTimeRate;
  if (denominator === 0) return unitsText.noRate;
  const place = { unitId: row.unit.id, part: 'lead' as const };
  const name = row.unit.shortName;
  return (
    <>
      {unitsText.percent(numerator, denominator)}{' '}
      <CountLink
        count={numerator}
        to={tasksUrl({ ...place, closing: 'on_time' })}
        label={`${name} ${unitsText.closedOnTime}`}
      />
      /
      <CountLink
        count={denominator}
        to={tasksUrl({ ...place, closing: 'on_time,late' })}
        label={`${name} ${unitsText.closedWithDue}`}
      />
      {denominator < fewest && <span className="unit-note">{unitsText.fewTasks}</span>}
    </>
  );
}

function rateText({ numerator, denominator }: UnitOverviewRow['onTimeRate']): string {
  return denominator === 0 ? unitsText.noRate : unitsText.rate(numerator, denominator);
}

function Open({ row: { unit, lead } }: { row: UnitOverviewRow }) {
  return (
    <CountLink
      count={lead.total - lead.closed}
      to={tasksUrl({
        unitId: unit.id,
        part: 'lead',
        standing: countedStandings.filter((standing) => standing !== 'closed').join(','),
      })}
      label={`${unit.shortName} ${unitsText.open}`}
    />
  );
}

const latenesses = ['slight', 'serious', 'grave'] as const;

/** Overdue tasks by how late they are. */
const levelColumns = latenesses.map((lateness) => ({
  title: unitsText.lateness[lateness],
  hint: unitsText.latenessHint,
  cell: ({ unit, overdueLevels }: UnitOverviewRow) => (
    <CountLink
      count={overdueLevels[lateness]}
      to={tasksUrl({ unitId: unit.id, part: 'lead', lateness })}
      label={`${unit.shortName} ${unitsText.lateness[lateness]}`}
    />
  ),
}));

interface TableProps {
  overview: OverviewView;
  units: ReadonlyMap<string, UnitRow>;
  place: TaskListPlace;
  mayRename: boolean;
  onRename: (unit: UnitRow) => void;
}

function UnitName({ row, unit }: { row: UnitOverviewRow; unit: UnitRow | undefined }) {
  return (
    <>
      <Link to={tasksUrl({ unitId: row.unit.id, part: 'any' })}>{row.unit.shortName}</Link>
      {unit?.contactCount === 0 && (
        <span className="unit-note" title={unitsText.noContactHint}>
          {unitsText.noContact}
        </span>
      )}
    </>
  );
}

function UnitsTable({ overview, units, place, mayRename, onRename }: TableProps) {
  const [kind, setKind] = useKind();
  const rows = overview.rows.filter((row) => kind === 'all' || row.unit.kind === kind);
  const renameColumn = {
    title: unitsText.rename,
    cell: (row: UnitOverviewRow) => {
      const unit = units.get(row.unit.id);
      if (unit === undefined) return null;
      return (
        <Button
          type="link"
          size="small"
          aria-label={unitsText.renameLabel(unit.name)}
          onClick={() => onRename(unit)}
        >
          {unitsText.rename}
        </Button>
      );
    },
  };
  const lateColumn = {
    title: unitsText.maxLate,
    cell: ({ unit, maxDaysLate }: UnitOverviewRow) =>
      maxDaysLate === 0 ? (
        unitsText.noRate
      ) : (
        <Link to={tasksUrl({ unitId: unit.id, part: 'lead', standing: 'overdue' })}>
          {unitsText.days(maxDaysLate)}
        </Link>
      ),
  };
  const rateColumn = {
    title: unitsText.onTimeRate,
    hint: unitsText.onTimeRateHint,
    cell: (row: UnitOverviewRow) => <Rate row={row} />,
  };
  const openColumn = {
    title: unitsText.open,
    hint: unitsText.openHint,
    cell: (row: UnitOverviewRow) => <Open row={row} />,
  };
  const originalColumn = {
    title: unitsText.onTimeRateOriginal,
    hint: unitsText.onTimeRateHint,
    cell: (row: UnitOverviewRow) => rateText(row.onTimeRateOriginal),
  };
  return (
    <>
      <StandingTiles counts={overview.totals} place={place} />
      {overview.rows.length > 1 && (
        <div className="row no-print">
          <Segmented
            aria-label={unitsText.kindLabel}
            value={kind}
            options={kinds.map((value) => ({ value, label: unitsText.kinds[value] }))}
            onChange={setKind}
          />
        </div>
      )}
      <section className="panel">
        {rows.length === 0 ? (
          <Nothing text={unitsText.empty} next={unitsText.emptyNext} />
        ) : (
          <UnitHeatMap
            rows={rows}
            extra={[
              openColumn,
              ...levelColumns,
              lateColumn,
              rateColumn,
              originalColumn,
              ...(mayRename ? [renameColumn] : []),
            ]}
            name={(row) => <UnitName row={row} unit={units.get(row.unit.id)} />}
          />
        )}
        <p className="muted">{unitsText.onTimeRateHint}</p>
      </section>
    </>
  );
}

export function UnitsPage() {
  const campaign = useCampaign();
  const overview = useOverview(campaign.id);
  const units = useUnits(campaign.id);
  const [renamed, setRenamed] = useState<string | null>(null);
  const byId = new Map((units.data?.items ?? []).map((unit) => [unit.id, unit]));
  const pending = [...byId.values()].filter((unit) => unit.namePending).length;
  const office = campaign.role === 'government_office';
  const place: TaskListPlace =
    campaign.desk === 'handling' && campaign.unit !== null ? { unitId: campaign.unit.id, part: 'lead' } : {};
  const open = renamed === null ? undefined : byId.get(renamed);
  return (
    <>
      <PageHead
        title={unitsText.title}
        {...(overview.data === undefined ? {} : { lead: unitsText.lead(overview.data.rows.length) })}
      >
        <Button icon={<DownloadOutlined />} href={unitsWorkbookUrl(campaign.id)} download>
          {unitsText.workbook}
        </Button>
      </PageHead>
      {office && pending > 0 && <Alert type="info" showIcon title={unitsText.pendingNotice(pending)} />}
      <QueryView query={overview}>
        {(data) => (
          <UnitsTable
            overview={data}
            units={byId}
            place={place}
            mayRename={office}
            onRename={(unit) => setRenamed(unit.id)}
          />
        )}
      </QueryView>
      <StandingLegend />
      {open !== undefined && <RenameDialog cid={campaign.id} unit={open} onClose={() => setRenamed(null)} />}
    </>
  );
}
