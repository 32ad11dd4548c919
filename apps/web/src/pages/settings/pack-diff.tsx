import { CheckCircleOutlined, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import type { PackChange, PackCheck, PackDiffView } from '../../api/types.js';
import { appText } from '../../text/app.js';
import { settingsText } from '../../text/settings.js';

const mostShown = 60;
const icons = { holds: CheckCircleOutlined, warning: ExclamationCircleFilled, error: CloseCircleFilled };

function Changes({ title, changes }: { title: string; changes: readonly PackChange[] }) {
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>
        {title} {appText.items(changes.length)}
      </summary>
      <ul className="pack-changes">
        {changes.slice(0, mostShown).map((change) => (
          <li key={`${change.kind}${change.id}`}>
            <span className="mark">{settingsText.kinds[change.kind] ?? change.kind}</span> {change.title}
            {(change.fields ?? []).map((field) => (
              <div key={field.name} className="muted">
                {settingsText.fieldChange(
                  field.name,
                  field.before ?? appText.none,
                  field.after ?? appText.none,
                )}
              </div>
            ))}
          </li>
        ))}
        {changes.length > mostShown && (
          <li className="muted">{settingsText.moreRows(changes.length - mostShown)}</li>
        )}
      </ul>
    </details>
  );
}

function Check({ check }: { check: PackCheck }) {
  const Icon = icons[check.level];
  return (
    <li className={`check-${check.level}`}>
      <Icon aria-hidden /> {settingsText.checkLine(check.level, check.message)}
      {check.clause !== null && <span className="muted"> {check.clause}</span>}
    </li>
  );
}

export function PackDiff({ diff }: { diff: PackDiffView }) {
  return (
    <div className="stack">
      <p role="status">
        {diff.unchanged
          ? settingsText.unchanged
          : settingsText.changes(diff.added.length, diff.changed.length, diff.removed.length)}
      </p>
      <Changes title={settingsText.added} changes={diff.added} />
      <Changes title={settingsText.changed} changes={diff.changed} />
      <Changes title={settingsText.removed} changes={diff.removed} />
      {diff.checks.length > 0 && (
        <>
          <h3>{settingsText.checks}</h3>
          <ul className="pack-checks">
            {diff.checks.map((check) => (
              <Check key={check.id + check.message} check={check} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
