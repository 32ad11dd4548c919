import { Button, Checkbox, Input, Select } from 'antd';
import type { ConstructionList, ProjectStage, ProjectState, RollUpLevel } from '../../api/types.js';
import { matchesLabel } from '../../parts/match-label.js';
import { levelText, projectsText, projectStageText, projectStateText } from '../../text/projects.js';
import { useProjectFilter } from './project-address.js';

const optionsOf = <T extends string>(names: Record<T, string>, label = (name: string) => name) =>
  (Object.entries(names) as [T, string][]).map(([value, name]) => ({
    value: value as string,
    label: label(name),
  }));
const levels: Record<Exclude<RollUpLevel, 'planned'>, string> = {
  started: levelText.started,
  completed: levelText.completed,
  accepted: levelText.accepted,
};

/** State and level are one choice for the reader: either exactly so far, or at least so far. */
function StateSelect() {
  const { filter, set } = useProjectFilter();
  const value = filter['state'] ?? (filter['level'] === undefined ? undefined : `level ${filter['level']}`);
  return (
    <Select
      className="project-select"
      allowClear
      aria-label={projectsText.state}
      placeholder={projectsText.anyState}
      value={value}
      options={[
        ...optionsOf<ProjectState>(projectStateText),
        ...optionsOf(levels, projectsText.level).map((one) => ({ ...one, value: `level ${one.value}` })),
      ]}
      onChange={(chosen: string | undefined) =>
        set(
          chosen?.startsWith('level ')
            ? { level: chosen.slice(6), state: undefined }
            : { state: chosen, level: undefined },
        )
      }
    />
  );
}

export function ProjectFilters({
  list,
  units,
}: {
  list: ConstructionList;
  units: { id: string; shortName: string }[];
}) {
  const { filter, set, clear, filtered } = useProjectFilter();
  const toggle = (name: 'unreported' | 'late') => (
    <Checkbox
      checked={filter[name] === 'true'}
      onChange={({ target }) => set({ [name]: target.checked ? 'true' : undefined })}
    >
      {name === 'late' ? projectsText.lateOnly : projectsText.unreportedOnly}
    </Checkbox>
  );
  return (
    <div className="row" role="group" aria-label={projectsText.filter}>
      <Select
        className="project-select"
        allowClear
        aria-label={projectsText.year}
        placeholder={projectsText.anyYear}
        value={filter['year']}
        options={list.knownYears.map((year) => ({ value: String(year), label: projectsText.yearName(year) }))}
        onChange={(year: string | undefined) => set({ year })}
      />
      <Select
        className="project-select"
        allowClear
        aria-label={projectsText.stage}
        placeholder={projectsText.anyStage}
        value={filter['stage']}
        options={optionsOf<ProjectStage>(projectStageText)}
        onChange={(stage: string | undefined) => set({ stage })}
      />
      <StateSelect />
      <Select
        className="project-unit-select"
        allowClear
        aria-label={projectsText.unit}
        placeholder={projectsText.anyUnit}
        value={filter['unitId']}
        showSearch={{ filterOption: matchesLabel }}
        options={[
          { value: 'none', label: projectsText.noUnit },
          ...units.map(({ id, shortName }) => ({ value: id, label: shortName })),
        ]}
        onChange={(unitId: string | undefined) => set({ unitId })}
      />
      <Input
        className="project-search"
        allowClear
        aria-label={projectsText.search}
        placeholder={projectsText.search}
        value={filter['q'] ?? ''}
        onChange={(event) => set({ q: event.target.value })}
      />
      {toggle('unreported')}
      {toggle('late')}
      {filter['unknown'] !== undefined && (
        <Button size="small" onClick={() => set({ unknown: undefined })}>
          {filter['unknown'] === 'places' ? projectsText.unknownPlaces : projectsText.unknownInvestment} ×
        </Button>
      )}
      {filtered && (
        <Button type="link" onClick={clear}>
          {projectsText.clear}
        </Button>
      )}
    </div>
  );
}
