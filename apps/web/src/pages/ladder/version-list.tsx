import { Button } from 'antd';
import type { LadderVersionRow, LadderVersions, NewLadderVersion } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { formatDateShort, formatInstant } from '../../text/dates.js';
import { ladderText } from '../../text/ladder.js';
import { labelled } from '../../text/wording.js';

interface Props {
  page: LadderVersions;
  onActivate: (version: LadderVersionRow) => void;
  onEdit: (start: NewLadderVersion) => void;
}

/** Every version that was ever saved, and the samples a first one can begin with. */
export function VersionList({ page, onActivate, onEdit }: Props) {
  return (
    <div className="desk-columns">
      <Panel title={ladderText.versions}>
        {page.items.length === 0 && <p className="muted">{ladderText.noVersions}</p>}
        <ul className="desk-list">
          {page.items.map((version) => (
            <li key={version.id}>
              <span>
                {ladderText.version(version.number)} {version.ladder.name}{' '}
                <span className="muted">
                  {ladderText.saved(version.savedBy, formatInstant(version.savedAt))}
                </span>
              </span>
              <span className="row">
                {version.active ? (
                  <strong>{ladderText.active}</strong>
                ) : (
                  <Button onClick={() => onActivate(version)}>{ladderText.activate}</Button>
                )}
                <Button
                  type="link"
                  aria-label={`${ladderText.edit} ${ladderText.version(version.number)}`}
                  onClick={() => onEdit(version)}
                >
                  {ladderText.edit}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={ladderText.samples}>
        <ul className="desk-list">
          {page.shipped.map((sample) => (
            <li key={sample.id}>
              <span>
                <strong>{sample.ladder.name}</strong>
                <div>{labelled(ladderText.basis, sample.basis)}</div>
                {sample.toVerify !== null && <div>{labelled(ladderText.toVerify, sample.toVerify)}</div>}
                <div className="muted">{ladderText.checkedOn(formatDateShort(sample.checkedOn))}</div>
              </span>
              <Button
                aria-label={`${ladderText.edit} ${sample.ladder.name}`}
                onClick={() => onEdit({ ladder: sample.ladder, leaderIds: [], basis: sample.basis })}
              >
                {ladderText.edit}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
