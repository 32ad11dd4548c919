import { Link } from 'react-router';
import type { ProjectQuery } from '../../api/projects.js';
import type { ConstructionList, RollUpLevel } from '../../api/types.js';
import { levelText, projectsText } from '../../text/projects.js';
import { Figure } from './figure.js';
import { projectsUrl, useProjectFilter } from './project-address.js';

const levels: RollUpLevel[] = ['planned', 'started', 'completed', 'accepted'];

function Tile({
  name,
  value,
  detail,
  query,
}: {
  name: string;
  value: number;
  detail: React.ReactNode;
  query: ProjectQuery;
}) {
  return (
    <li>
      <Link className="tile" to={projectsUrl(query)}>
        <span className="tile-name">{name}</span>
        <span className="tile-count">{value}</span>
        <span className="muted project-tile-detail">{detail}</span>
      </Link>
    </li>
  );
}

/** The sums in one line: each opens its list. */
export function ProjectTiles({ list }: { list: ConstructionList }) {
  const { filter } = useProjectFilter();
  const { sums } = list.summary.total;
  return (
    <ul className="tiles project-tiles">
      {levels.map((level) => (
        <Tile
          key={level}
          name={projectsText.tileSchools(levelText[level])}
          value={sums.levels[level].schools}
          detail={
            <>
              {projectsText.tilePlaces} <Figure value={sums.levels[level].places.total} />
              {sums.levels[level].placesUnknown > 0 &&
                ` ${projectsText.unknownCount(sums.levels[level].placesUnknown)}`}
            </>
          }
          query={{ ...filter, ...(level === 'planned' ? {} : { level }) }}
        />
      ))}
      <Tile
        name={projectsText.missingThisMonth}
        value={sums.unreported}
        detail={projectsText.ofProjects(sums.projects)}
        query={{ ...filter, unreported: 'true' }}
      />
      <Tile
        name={projectsText.tileLate}
        value={list.items.filter(({ late }) => late.length > 0).length}
        detail={projectsText.ofProjects(sums.projects)}
        query={{ ...filter, late: 'true' }}
      />
    </ul>
  );
}
