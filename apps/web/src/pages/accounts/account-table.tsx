import { App, Button, Popconfirm, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { reactivateAccount, resetPassword } from '../../api/accounts.js';
import type { AccountRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { accountsText } from '../../text/accounts.js';
import { appText } from '../../text/app.js';
import { formatInstant } from '../../text/dates.js';
import { roleText } from '../../text/states.js';
import { useAccountChange } from './accounts.queries.js';

interface Props {
  accounts: readonly AccountRow[];
  onEdit: (account: AccountRow) => void;
  onDeactivate: (account: AccountRow) => void;
  onReset: (account: AccountRow, initialPassword: string) => void;
}

function placeOf({ membership, administrator }: AccountRow): string {
  const role =
    membership === null
      ? undefined
      : membership.unitLeader
        ? accountsText.unitLeader
        : roleText[membership.role];
  const words = [membership?.unit?.shortName, role, administrator ? accountsText.administrator : undefined];
  return [...new Set(words.filter((text) => text !== undefined))].join(' · ');
}

function State({ account }: { account: AccountRow }) {
  return (
    <span className="row">
      <span className={account.active ? 'account-active' : 'muted'}>
        {account.active ? accountsText.active : accountsText.inactive}
      </span>
      {account.mustChangePassword && account.active && (
        <span className="mark">{accountsText.firstPassword}</span>
      )}
      {account.demo && <span className="mark">{accountsText.demo}</span>}
    </span>
  );
}

function RowActions({
  account,
  onEdit,
  onDeactivate,
  onReset,
}: Omit<Props, 'accounts'> & { account: AccountRow }) {
  const { message } = App.useApp();
  const reset = useAccountChange(() => resetPassword(account.id));
  const restore = useAccountChange(() => reactivateAccount(account.id, account.version));
  const failed = reset.error ?? restore.error;
  if (!account.active) {
    return (
      <>
        <Button
          type="link"
          size="small"
          loading={restore.isPending}
          aria-label={accountsText.reactivateLabel(account.name)}
          onClick={() =>
            restore.mutate(undefined, { onSuccess: () => void message.success(accountsText.reactivated) })
          }
        >
          {accountsText.reactivate}
        </Button>
        {failed !== null && <ProblemAlert error={failed} />}
      </>
    );
  }
  return (
    <>
      <Button
        type="link"
        size="small"
        aria-label={accountsText.editLabel(account.name)}
        onClick={() => onEdit(account)}
      >
        {accountsText.edit}
      </Button>
      <Popconfirm
        title={accountsText.resetTitle(account.name)}
        description={accountsText.resetHint}
        okText={appText.ok}
        cancelText={appText.cancel}
        onConfirm={() =>
          reset.mutateAsync(undefined).then(
            ({ initialPassword }) => onReset(account, initialPassword),
            () => undefined,
          )
        }
      >
        <Button type="link" size="small" aria-label={accountsText.resetLabel(account.name)}>
          {accountsText.reset}
        </Button>
      </Popconfirm>
      <Button
        type="link"
        size="small"
        danger
        aria-label={accountsText.deactivateLabel(account.name)}
        onClick={() => onDeactivate(account)}
      >
        {accountsText.deactivate}
      </Button>
      {account.membership !== null && (
        <Link to={`/reminders/people/${account.id}`} aria-label={accountsText.remindersLabel(account.name)}>
          {accountsText.reminders}
        </Link>
      )}
      {failed !== null && <ProblemAlert error={failed} />}
    </>
  );
}

function AccountCards({ accounts, ...actions }: Props) {
  return (
    <ul className="account-cards">
      {accounts.map((account) => (
        <li key={account.id}>
          <div>
            <strong>{account.name}</strong> <span className="muted">{account.login}</span>
          </div>
          <div>{placeOf(account) || accountsText.noRole}</div>
          <State account={account} />
          <div className="row account-actions">
            <RowActions account={account} {...actions} />
          </div>
        </li>
      ))}
    </ul>
  );
}

export function AccountTable({ accounts, ...actions }: Props) {
  const narrow = useNarrow();
  if (narrow && accounts.length > 0) return <AccountCards accounts={accounts} {...actions} />;
  const columns: TableColumnsType<AccountRow> = [
    { key: 'login', title: accountsText.login, width: 120, render: (_, row) => row.login },
    { key: 'name', title: accountsText.name, width: 170, render: (_, row) => row.name },
    { key: 'role', title: accountsText.role, render: (_, row) => placeOf(row) || accountsText.noRole },
    { key: 'email', title: accountsText.email, render: (_, row) => row.email ?? appText.dash },
    { key: 'state', title: accountsText.state, width: 170, render: (_, row) => <State account={row} /> },
    {
      key: 'lastSignedIn',
      title: accountsText.lastSignedIn,
      width: 160,
      render: (_, row) =>
        row.lastSignedInAt === null ? accountsText.never : formatInstant(row.lastSignedInAt),
    },
    {
      key: 'actions',
      title: appText.actions,
      width: 230,
      render: (_, row) => <RowActions account={row} {...actions} />,
    },
  ];
  return (
    <section className="panel accounts-panel">
      <Table<AccountRow>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={[...accounts]}
        pagination={false}
        scroll={{ x: 980 }}
        locale={{ emptyText: <Nothing text={accountsText.empty} next={accountsText.emptyNext} /> }}
      />
    </section>
  );
}
