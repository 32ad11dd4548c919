import type { PackChange } from '../../api/types.js';
import { settingsText } from '../../text/settings.js';
import { versionText } from '../../text/timeline.js';

function byKind(changes: readonly PackChange[]): [string, PackChange[]][] {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, changes.filter((change) => change.kind === kind)]);
}

/** One sort of change, kind by kind, each with its fields. */
export function VersionChanges({ title, changes }: { title: string; changes: readonly PackChange[] }) {
  return (
    <>
      <h3>{versionText.kindCount(title, changes.length)}</h3>
      {changes.length === 0 && <p className="muted">{versionText.none}</p>}
      {byKind(changes).map(([kind, own]) => (
        <details key={kind} open={own.length <= 12}>
          <summary>{versionText.kindCount(versionText.kinds[kind] ?? kind, own.length)}</summary>
          <ul className="version-kinds">
            {own.map((change) => (
              <li key={change.id}>
                {change.title}
                {(change.fields ?? []).map((field) => (
                  <div key={field.name} className="muted">
                    {settingsText.fieldChange(field.name, field.before, field.after)}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
