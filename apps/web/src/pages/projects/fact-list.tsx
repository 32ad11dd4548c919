import type { ReactNode } from 'react';
import type { ConstructionView } from '../../api/types.js';
import { appText } from '../../text/app.js';
import {
  projectKindText,
  projectRoleText,
  projectsText,
  projectStageText,
  projectText,
} from '../../text/projects.js';
import { listOf, withDetail } from '../../text/wording.js';
import { Figure } from './figure.js';

function factsOf(project: ConstructionView): [string, ReactNode][] {
  const { facts, stages, units, clause, township } = project;
  const figure = (value: number | string | null) => <Figure value={value} />;
  return [
    [projectText.kind, projectKindText[project.kind]],
    [projectText.year, projectsText.yearName(project.year)],
    [projectText.stages, listOf(stages.map((stage) => projectStageText[stage]))],
    [projectText.code, facts.schoolCode ?? figure(null)],
    [projectText.township, township?.name ?? figure(null)],
    [
      projectText.units,
      units.length === 0
        ? projectsText.noUnit
        : listOf(units.map(({ unit, role }) => withDetail(unit.shortName, projectRoleText[role]))),
    ],
    [projectText.clause, clause === null ? projectsText.added : `${clause.number} ${clause.title}`],
    ...stages.flatMap((stage): [string, ReactNode][] => {
      const primary = stage === 'primary';
      const of = (name: string) => projectText.ofStage(name, projectStageText[stage]);
      return [
        [of(projectText.places), figure(primary ? facts.placesPrimary : facts.placesJunior)],
        [of(projectText.classes), figure(primary ? facts.classesPrimary : facts.classesJunior)],
      ];
    }),
    [projectText.roomArea, figure(facts.roomArea)],
    [projectText.sportsArea, figure(facts.sportsArea)],
    [projectText.networkRooms, figure(facts.networkRooms)],
    [projectText.equipment, figure(facts.equipment)],
    [projectText.musicRooms, figure(facts.musicRooms)],
    [projectText.artRooms, figure(facts.artRooms)],
  ];
}

export function FactList({ project }: { project: ConstructionView }) {
  return (
    <dl className="project-facts">
      {factsOf(project).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' ? appText.dash : value}</dd>
        </div>
      ))}
    </dl>
  );
}
