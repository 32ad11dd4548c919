import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { PhaseView, TimelineProject, TimelineTask, TimelineView } from '../../api/types.js';
import { taskUrl } from '../../parts/task-links.js';
import { formatDateShort } from '../../text/dates.js';
import { standingText } from '../../text/states.js';
import { ganttText, timelineText } from '../../text/timeline.js';
import { type Axis, axisOver, barOf, type Tick, type Zoom } from './gantt-scale.js';
import { datesOf, type TaskGroup } from './gantt-rows.js';
import './gantt.css';
import { phaseSpan } from './phase-words.js';
import { useRowKeys } from './use-row-keys.js';

interface BarProps {
  axis: Axis;
  from: string;
  to: string;
  tone: string;
  word: string;
  title: string;
  open?: boolean;
}

/** A bar with its word right of it: neither print nor colour blindness hides how it stands. */
function Bar({ axis, from, to, tone, word, title, open = false }: BarProps) {
  const { left, width } = barOf(axis, from, to);
  return (
    <>
      <span
        className={`gantt-bar standing-${tone} ${open ? 'gantt-open' : ''}`}
        style={{ left, width }}
        title={title}
      />
      <span className="gantt-word" style={{ left: `calc(${left} + ${width} + 4px)` }}>
        {word}
      </span>
    </>
  );
}

function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <li className="gantt-row">
      <span className="gantt-label">{label}</span>
      <span className="gantt-track">{children}</span>
    </li>
  );
}

const phaseTones = { past: 'closed', now: 'on_track', ahead: 'draft', undetermined: 'undetermined' } as const;

function PhaseRow({ phase, axis }: { phase: PhaseView; axis: Axis }) {
  const word = `${phaseSpan(phase)} · ${timelineText.gates[phase.gate.state]}`;
  const from = phase.startsOn;
  const label = (
    <>
      {phase.name} <span className="muted">{timelineText.states[phase.state]}</span>
    </>
  );
  return (
    <Row label={label}>
      {from !== null && (
        <Bar
          axis={axis}
          from={from}
          to={phase.endsOn ?? from}
          tone={phaseTones[phase.state]}
          word={timelineText.gates[phase.gate.state]}
          title={word}
        />
      )}
    </Row>
  );
}

function TaskRow({ task, axis, today }: { task: TimelineTask; axis: Axis; today: string }) {
  const from = task.startsOn ?? task.dueOn ?? today;
  const until = task.dueOn ?? (today > from ? today : from);
  const word = task.dueOn === null ? ganttText.noDue : standingText[task.standing];
  const ends = task.dueOn === null ? ganttText.noDue : formatDateShort(task.dueOn);
  return (
    <Row
      label={
        <Link to={taskUrl(task.id)} data-row title={task.title}>
          <span className="muted">{task.number}</span> {task.title}
        </Link>
      }
    >
      <Bar
        axis={axis}
        from={from > until ? until : from}
        to={until}
        tone={task.standing}
        word={word}
        title={ganttText.barTitle(task.title, formatDateShort(from), ends, standingText[task.standing])}
        open={task.dueOn === null}
      />
    </Row>
  );
}

function ProjectRow({ project, axis }: { project: TimelineProject; axis: Axis }) {
  const { title, link, startsOn, endsOn, stateName } = project;
  return (
    <Row
      label={
        link === null ? (
          title
        ) : (
          <Link to={link} data-row>
            {title}
          </Link>
        )
      }
    >
      {startsOn !== null && endsOn !== null && (
        <Bar axis={axis} from={startsOn} to={endsOn} tone="draft" word={stateName} title={title} />
      )}
      {project.milestones.map(({ key, name, dueOn, doneOn }) => {
        const on = doneOn ?? dueOn;
        if (on === null) return null;
        const text = ganttText.milestone(name, formatDateShort(on), doneOn !== null);
        return (
          <span
            key={key}
            className={`gantt-milestone ${doneOn === null ? '' : 'gantt-milestone-done'}`}
            style={{ left: `${axis.at(on)}%` }}
            role="img"
            aria-label={text}
            title={text}
          />
        );
      })}
    </Row>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const [open, setOpen] = useState(true);
  return (
    <li className="gantt-group">
      <button type="button" aria-expanded={open} className="gantt-group-head" onClick={() => setOpen(!open)}>
        <span aria-hidden className={open ? 'gantt-fold-open' : 'gantt-fold'} />
        {ganttText.groupCount(title, count)}
      </button>
      {open && <ul>{children}</ul>}
    </li>
  );
}

function Stretches({ ticks }: { ticks: readonly Tick[] }) {
  return (
    <div className="gantt-ticks">
      {ticks.map(({ label, left, width }) => (
        <span key={left} style={{ left: `${left}%`, width: `${width}%` }}>
          <span>{label}</span>
        </span>
      ))}
    </div>
  );
}

interface Props {
  view: TimelineView;
  groups: readonly TaskGroup[];
  zoom: Zoom;
}

export function Gantt({ view, groups, zoom }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { today } = view;
  const axis = axisOver(
    datesOf(
      view,
      groups.flatMap(({ tasks }) => tasks),
    ),
    zoom,
  );
  const todayAt = axis.at(today);
  const keys = useRowKeys(box);
  useLayoutEffect(() => {
    const element = box.current;
    if (element) element.scrollLeft = (axis.pixels * todayAt) / 100 - element.clientWidth / 3;
  }, [axis.pixels, todayAt]);
  return (
    <div
      ref={box}
      className="gantt"
      role="region"
      aria-label={ganttText.chartLabel}
      tabIndex={0}
      style={{ '--axis': `${axis.pixels}px` } as React.CSSProperties}
      onKeyDown={keys}
    >
      <div className="gantt-head" aria-hidden>
        <span className="gantt-label" />
        <div className="gantt-track">
          {zoom !== 'year' && <Stretches ticks={axis.years} />}
          <Stretches ticks={axis.ticks} />
          <span className="gantt-today-name" style={{ left: `${todayAt}%` }}>
            {ganttText.today}
          </span>
        </div>
      </div>
      <div className="gantt-body">
        <div className="gantt-lines" aria-hidden>
          {axis.ticks.map(({ left }) => (
            <span key={left} className="gantt-line" style={{ left: `${left}%` }} />
          ))}
          <span className="gantt-line gantt-today" style={{ left: `${todayAt}%` }} />
        </div>
        <ul>
          <Group title={ganttText.phases} count={view.phases.length}>
            {view.phases.map((phase) => (
              <PhaseRow key={phase.id} phase={phase} axis={axis} />
            ))}
          </Group>
          {groups.map(({ title, tasks }) => (
            <Group key={title} title={title} count={tasks.length}>
              {tasks.map((task) => (
                <TaskRow key={task.id} task={task} axis={axis} today={today} />
              ))}
            </Group>
          ))}
          {view.projects.length > 0 && (
            <Group title={ganttText.projects} count={view.projects.length}>
              {view.projects.map((project) => (
                <ProjectRow key={project.id} project={project} axis={axis} />
              ))}
            </Group>
          )}
        </ul>
      </div>
    </div>
  );
}
