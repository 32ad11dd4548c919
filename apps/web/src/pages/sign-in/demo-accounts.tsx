import { Panel } from '../../parts/panel.js';
import type { DemoAccount } from '../../api/types.js';
import { signInText } from '../../text/sign-in.js';

interface Props {
  accounts: DemoAccount[];
  busy: boolean;
  onChoose: (account: DemoAccount) => void;
}

export function DemoAccounts({ accounts, busy, onChoose }: Props) {
  return (
    <Panel title={signInText.demoTitle} className="entry-panel">
      <p className="muted demo-hint">{signInText.demoHint(accounts[0]?.password ?? '')}</p>
      <ul className="demo-accounts">
        {accounts.map((account) => (
          <li key={account.login}>
            <button type="button" disabled={busy} onClick={() => onChoose(account)}>
              <span className="demo-role">
                {[...new Set([account.unitName, account.roleName])]
                  .filter((text) => text !== null)
                  .join(' · ')}
              </span>
              <span className="muted">
                {account.name} · {account.login}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
