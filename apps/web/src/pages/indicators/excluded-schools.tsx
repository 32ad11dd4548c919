import { Link } from 'react-router';
import type { ExcludedSchool } from '../../api/types.js';
import { matrixText } from '../../text/indicators.js';
import { withDetail } from '../../text/wording.js';
import { schoolUrl, useDataSetId } from './use-address.js';

/** Who is not counted, and why not. */
export function ExcludedSchools({ schools }: { schools: readonly ExcludedSchool[] }) {
  const dataSetId = useDataSetId();
  if (schools.length === 0) return null;
  return (
    <details className="panel excluded">
      <summary>{withDetail(matrixText.excluded, matrixText.excludedCount(schools.length))}</summary>
      <ul>
        {schools.map((school) => (
          <li key={school.code}>
            <Link to={schoolUrl(school.code, { dataSetId })}>{school.name}</Link> <span>{school.reason}</span>{' '}
            {school.basisText !== null && <span className="muted">{school.basisText}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
