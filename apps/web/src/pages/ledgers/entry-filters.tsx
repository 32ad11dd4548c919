import { Button, Checkbox, Select, Tag } from 'antd';
import type { LedgerState, SessionCampaign } from '../../api/types.js';
import { useUnits } from '../../parts/campaign.queries.js';
import { FilterSearch } from '../../parts/filter-search.js';
import { matchesLabel } from '../../parts/match-label.js';
import { useSession } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { categoryText, ledgersText, ledgerStateText } from '../../text/ledgers.js';
import type { EntryFilterControl } from './entry-filter.js';

const states = Object.keys(ledgerStateText) as LedgerState[];
const yearsAhead = 10;

function UnitFilters({ control, campaign }: { control: EntryFilterControl; campaign: SessionCampaign }) {
  const units = useUnits(campaign.id);
  if (campaign.desk === 'handling') return null;
  const options = (kind?: 'township') =>
    (units.data?.items ?? [])
      .filter((unit) => kind === undefined || unit.kind === kind)
      .map((unit) => ({ value: unit.id, label: unit.shortName }));
  return (
    <>
      <Select
        className="filter-unit"
        allowClear
        showSearch={{ filterOption: matchesLabel }}
        aria-label={ledgersText.unit}
        placeholder={ledgersText.allUnits}
        value={control.filter.unitId}
        options={options()}
        onChange={(unitId: string | undefined) => control.change({ unitId })}
      />
      <Select
        className="filter-unit"
        allowClear
        showSearch={{ filterOption: matchesLabel }}
        aria-label={ledgersText.township}
        placeholder={ledgersText.allTownships}
        value={control.filter.townshipId}
        options={options('township')}
        onChange={(townshipId: string | undefined) => control.change({ townshipId })}
      />
    </>
  );
}

function Marks({ control }: { control: EntryFilterControl }) {
  const marks = ['late', 'relapsed', 'contradicted'] as const;
  const names = {
    late: ledgersText.lateOnly,
    relapsed: ledgersText.relapsedOnly,
    contradicted: ledgersText.contradictedOnly,
  };
  const { schoolCode, category } = control.filter;
  return (
    <>
      {marks.map((mark) => (
        <Checkbox
          key={mark}
          className="filter-check"
          checked={control.filter[mark] === 'true'}
          onChange={({ target }) => control.change({ [mark]: target.checked ? 'true' : undefined })}
        >
          {names[mark]}
        </Checkbox>
      ))}
      {schoolCode !== undefined && (
        <Tag className="filter-tag" closable onClose={() => control.change({ schoolCode: undefined })}>
          {ledgersText.ofSchool(schoolCode)}
        </Tag>
      )}
      {category !== undefined && (
        <Tag className="filter-tag" closable onClose={() => control.change({ category: undefined })}>
          {ledgersText.ofCategory(categoryText[category])}
        </Tag>
      )}
    </>
  );
}

export function EntryFilters({
  control,
  campaign,
}: {
  control: EntryFilterControl;
  campaign: SessionCampaign;
}) {
  const { today } = useSession();
  const filtered = [...control.search.keys()].some((name) => !['sort', 'after'].includes(name));
  const first = Number(today.slice(0, 4)) - 1;
  return (
    <search className="filters no-print" aria-label={ledgersText.filters}>
      <FilterSearch
        asked={control.filter.q}
        label={ledgersText.search}
        onSearch={(q) => control.change({ q })}
      />
      <Select
        className="filter-small"
        allowClear
        aria-label={ledgersText.anyStanding}
        placeholder={ledgersText.anyStanding}
        value={control.filter.standing}
        options={(['remaining', 'solved'] as const).map((value) => ({
          value,
          label: ledgersText.standing[value],
        }))}
        onChange={(standing: string | undefined) => control.change({ standing })}
      />
      <Select
        className="filter-standing"
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        aria-label={ledgersText.state}
        placeholder={ledgersText.anyState}
        value={control.filter.state ?? []}
        options={states.map((value) => ({ value, label: ledgerStateText[value] }))}
        onChange={(values) => control.change({ state: values.join(',') })}
      />
      <UnitFilters control={control} campaign={campaign} />
      <Select
        className="filter-small"
        allowClear
        aria-label={ledgersText.anyYear}
        placeholder={ledgersText.anyYear}
        value={control.filter.year}
        options={Array.from({ length: yearsAhead }, (_, index) => ({
          value: first + index,
          label: ledgersText.yearName(first + index),
        }))}
        onChange={(year: number | undefined) => control.change({ year: year?.toString() })}
      />
      <Marks control={control} />
      <Select
        className="filter-unit"
        aria-label={ledgersText.sort}
        value={control.filter.sort ?? 'due'}
        options={(['due', 'number'] as const).map((value) => ({ value, label: ledgersText.sorts[value] }))}
        onChange={(sort) => control.change({ sort })}
      />
      {filtered && (
        <Button type="link" onClick={control.clear}>
          {appText.clear}
        </Button>
      )}
    </search>
  );
}
