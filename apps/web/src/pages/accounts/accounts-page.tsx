import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AccountRow } from '../../api/types.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { useMembership } from '../../shell/session.js';
import { accountsText } from '../../text/accounts.js';
import { appText } from '../../text/app.js';
import { AccountDialog } from './account-dialog.js';
import { AccountTable } from './account-table.js';
import './accounts.css';
import { useAccounts, useSettings } from './accounts.queries.js';
import { DeactivateDialog } from './deactivate-dialog.js';
import { InitialPassword } from './initial-password.js';

type Open = { kind: 'create' } | { kind: 'edit' | 'deactivate'; account: AccountRow };
interface Password {
  title: string;
  login: string;
  password: string;
}

export function AccountsPage() {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const after = search.get('after') ?? undefined;
  const accounts = useAccounts(q, after);
  const kept: Record<string, string> = q === '' ? {} : { q };
  const settings = useSettings();
  const membership = useMembership();
  const campaignId = membership?.id ?? settings.data?.campaigns[0]?.id;
  const [open, setOpen] = useState<Open | null>(null);
  const [password, setPassword] = useState<Password | null>(null);
  const close = () => setOpen(null);
  const latest = (account: AccountRow) =>
    accounts.data?.items.find((one) => one.id === account.id) ?? account;
  return (
    <>
      <PageHead title={accountsText.title} lead={accountsText.lead}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ kind: 'create' })}>
          {accountsText.create}
        </Button>
      </PageHead>
      <div className="row">
        <Input.Search
          className="accounts-search"
          aria-label={accountsText.search}
          placeholder={accountsText.search}
          allowClear
          defaultValue={q}
          onSearch={(value) => setSearch(value.trim() === '' ? {} : { q: value.trim() })}
        />
        {accounts.data !== undefined && <span className="muted">{appText.total(accounts.data.total)}</span>}
      </div>
      <QueryView query={accounts}>
        {(page) => (
          <>
            <AccountTable
              accounts={page.items}
              onEdit={(account) => setOpen({ kind: 'edit', account })}
              onDeactivate={(account) => setOpen({ kind: 'deactivate', account })}
              onReset={(account, initialPassword) =>
                setPassword({
                  title: accountsText.resetDone,
                  login: account.login,
                  password: initialPassword,
                })
              }
            />
            <div className="row accounts-pager">
              {after !== undefined && (
                <Button size="small" onClick={() => setSearch(kept)}>
                  {appText.firstPage}
                </Button>
              )}
              {page.next !== null && (
                <Button size="small" onClick={() => setSearch({ ...kept, after: page.next ?? '' })}>
                  {appText.nextPage}
                </Button>
              )}
            </div>
          </>
        )}
      </QueryView>
      {(open?.kind === 'create' || open?.kind === 'edit') && (
        <AccountDialog
          account={open.kind === 'edit' ? latest(open.account) : null}
          campaignId={campaignId}
          onClose={close}
          onCreated={({ account, initialPassword }) =>
            setPassword({ title: accountsText.created, login: account.login, password: initialPassword })
          }
        />
      )}
      {open?.kind === 'deactivate' && <DeactivateDialog account={latest(open.account)} onClose={close} />}
      {password !== null && <InitialPassword {...password} onClose={() => setPassword(null)} />}
    </>
  );
}
