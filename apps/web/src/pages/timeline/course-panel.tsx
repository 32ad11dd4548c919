import { Segmented, Select } from 'antd';
import type { Standing, TimelineView } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { Panel } from '../../parts/panel.js';
import { StandingLegend } from '../../parts/standing-tag.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { standingText } from '../../text/states.js';
import { ganttText } from '../../text/timeline.js';
import { Gantt } from './gantt.js';
import { groupings, groupTasks } from './gantt-rows.js';
import { zooms } from './gantt-scale.js';
import { TimelineCards, TimelineTables } from './timeline-list.js';
import { useTimelineAddress, views } from './use-timeline-address.js';

const shownStandings = (Object.keys(standingText) as Standing[]).filter(
  (standing) => standing !== 'draft' && standing !== 'cancelled',
);

const choices = <T extends string>(values: readonly T[], names: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: names[value] }));

function Controls({ address }: { address: ReturnType<typeof useTimelineAddress> }) {
  const { by, zoom, view, standing, set } = address;
  return (
    <div className="row no-print">
      <Segmented
        size="small"
        aria-label={ganttText.by}
        value={by}
        options={choices(groupings, ganttText.bys)}
        onChange={(value) => set('by', value)}
      />
      <Segmented
        size="small"
        className="timeline-wide"
        aria-label={ganttText.view}
        value={view}
        options={choices(views, ganttText.views)}
        onChange={(value) => set('view', value)}
      />
      {view === 'chart' && (
        <Segmented
          size="small"
          className="timeline-wide"
          aria-label={ganttText.zoom}
          value={zoom}
          options={choices(zooms, ganttText.zooms)}
          onChange={(value) => set('zoom', value)}
        />
      )}
      <Select
        size="small"
        className="timeline-standing"
        allowClear
        aria-label={ganttText.standing}
        placeholder={ganttText.allStandings}
        value={standing}
        options={choices(shownStandings, standingText)}
        onChange={(value: Standing | undefined) => set('standing', value)}
      />
    </div>
  );
}

export function CoursePanel({ view }: { view: TimelineView }) {
  const address = useTimelineAddress();
  const narrow = useNarrow();
  const { by, zoom, standing } = address;
  const tasks = view.tasks.filter((task) => standing === undefined || task.standing === standing);
  const groups = groupTasks(tasks, by);
  return (
    <Panel
      title={ganttText.title}
      extra={<span className="muted">{ganttText.count(tasks.length, view.tasks.length)}</span>}
      className="course"
    >
      <div className="stack">
        <Controls address={address} />
        {tasks.length === 0 && (
          <Nothing
            text={view.tasks.length === 0 ? ganttText.none : ganttText.noneFiltered}
            {...(view.tasks.length === 0 ? { next: ganttText.noneNext } : {})}
          />
        )}
        {narrow && <TimelineCards groups={groups} />}
        {!narrow && address.view === 'table' && <TimelineTables groups={groups} />}
        {!narrow && address.view === 'chart' && <Gantt view={view} groups={groups} zoom={zoom} />}
        <StandingLegend />
      </div>
    </Panel>
  );
}
