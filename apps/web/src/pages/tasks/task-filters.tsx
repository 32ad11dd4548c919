import { Button, Checkbox, Select, Tag } from 'antd';
import type { Priority, SessionCampaign, Standing } from '../../api/types.js';
import { appText } from '../../text/app.js';
import { priorityText, standingText } from '../../text/states.js';
import { tasksText } from '../../text/tasks.js';
import { FilterSearch } from '../../parts/filter-search.js';
import { matchesLabel } from '../../parts/match-label.js';
import { RungFilters } from './rung-filters.js';
import type { SortField, TaskFilterControl } from './task-filter.js';
import { useClauses, useUnits } from '../../parts/campaign.queries.js';

const standings = Object.keys(standingText) as Standing[];
const priorities = Object.keys(priorityText) as Priority[];
const sorts = Object.keys(tasksText.sorts) as SortField[];

function StandingFilter({ control }: { control: TaskFilterControl }) {
  const chosen = control.filter.standing ?? [];
  return (
    <Select
      className="filter-standing"
      mode="multiple"
      maxTagCount="responsive"
      allowClear
      aria-label={tasksText.standing}
      placeholder={tasksText.anyStanding}
      value={chosen}
      options={standings.map((standing) => ({ value: standing, label: standingText[standing] }))}
      onChange={(values) => control.change({ standing: values.join(',') })}
    />
  );
}

function UnitFilter({ control, campaign }: { control: TaskFilterControl; campaign: SessionCampaign }) {
  const units = useUnits(campaign.id);
  const offices = campaign.unit === null || campaign.desk !== 'handling';
  return (
    <>
      {offices && (
        <Select
          className="filter-unit"
          allowClear
          showSearch={{ filterOption: matchesLabel }}
          aria-label={tasksText.leadUnit}
          placeholder={tasksText.allUnits}
          loading={units.isPending}
          value={control.filter.unitId}
          options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.shortName }))}
          onChange={(unitId: string | undefined) => control.change({ unitId })}
        />
      )}
      {(control.filter.unitId !== undefined || !offices) && (
        <Select
          className="filter-small"
          aria-label={tasksText.part}
          value={control.filter.part ?? 'any'}
          options={(Object.keys(tasksText.parts) as (keyof typeof tasksText.parts)[]).map((part) => ({
            value: part,
            label: tasksText.parts[part],
          }))}
          onChange={(part) => control.change({ part, ...(offices ? {} : { unitId: campaign.unit?.id }) })}
        />
      )}
    </>
  );
}

function ClauseFilter({ control, cid }: { control: TaskFilterControl; cid: string }) {
  const clauses = useClauses(cid);
  return (
    <Select
      className="filter-unit"
      allowClear
      showSearch={{ filterOption: matchesLabel }}
      popupMatchSelectWidth={360}
      aria-label={tasksText.clause}
      placeholder={tasksText.anyClause}
      value={control.filter.clauseId}
      options={(clauses.data?.items ?? []).map((clause) => ({
        value: clause.id,
        label: `${clause.number} ${clause.title}`,
      }))}
      onChange={(clauseId: string | undefined) => control.change({ clauseId })}
    />
  );
}

/** The indicator comes from the board's link; here it can be seen and left out. */
function GapFilter({ control }: { control: TaskFilterControl }) {
  const { indicator, contradicted } = control.filter;
  return (
    <>
      {indicator !== undefined && (
        <Tag className="filter-tag" closable onClose={() => control.change({ indicator: undefined })}>
          {tasksText.ofIndicator(indicator)}
        </Tag>
      )}
      <Checkbox
        className="filter-check"
        checked={contradicted === 'true'}
        onChange={({ target }) => control.change({ contradicted: target.checked ? 'true' : undefined })}
      >
        {tasksText.contradicted}
      </Checkbox>
    </>
  );
}

/** What a gate's figure counts: a task group, or all that is due between two days. */
function PlanFilters({ control }: { control: TaskFilterControl }) {
  const { group, dueFrom, dueTo } = control.filter;
  return (
    <>
      {group !== undefined && (
        <Tag className="filter-tag" closable onClose={() => control.change({ group: undefined })}>
          {tasksText.ofGroup(group)}
        </Tag>
      )}
      {(dueFrom !== undefined || dueTo !== undefined) && (
        <Tag
          className="filter-tag"
          closable
          onClose={() => control.change({ dueFrom: undefined, dueTo: undefined })}
        >
          {tasksText.dueBetween(dueFrom, dueTo)}
        </Tag>
      )}
    </>
  );
}

export function TaskFilters({
  control,
  campaign,
}: {
  control: TaskFilterControl;
  campaign: SessionCampaign;
}) {
  const filtered = [...control.search.keys()].some((name) => !['sort', 'order', 'after'].includes(name));
  const { sort = 'due', order = 'asc' } = control.filter;
  return (
    <search className="filters no-print" aria-label={tasksText.filters}>
      <FilterSearch
        asked={control.filter.q}
        label={tasksText.searchLabel}
        onSearch={(q) => control.change({ q })}
      />
      <StandingFilter control={control} />
      <UnitFilter control={control} campaign={campaign} />
      <Select
        className="filter-small"
        allowClear
        aria-label={tasksText.priority}
        placeholder={tasksText.anyPriority}
        value={control.filter.priority}
        options={priorities.map((priority) => ({ value: priority, label: priorityText[priority] }))}
        onChange={(priority: Priority | undefined) => control.change({ priority })}
      />
      <RungFilters control={control} cid={campaign.id} />
      <ClauseFilter control={control} cid={campaign.id} />
      <GapFilter control={control} />
      <PlanFilters control={control} />
      <Select
        className="filter-small"
        aria-label={tasksText.sort}
        value={`${sort}:${order}`}
        options={sorts.flatMap((field) => [
          { value: `${field}:asc`, label: `${tasksText.sorts[field]} ${tasksText.ascending}` },
          { value: `${field}:desc`, label: `${tasksText.sorts[field]} ${tasksText.descending}` },
        ])}
        onChange={(value: string) => {
          const [field, direction] = value.split(':');
          control.change({ sort: field, order: direction });
        }}
      />
      {filtered && (
        <Button type="link" onClick={control.clear}>
          {appText.clear}
        </Button>
      )}
    </search>
  );
}
