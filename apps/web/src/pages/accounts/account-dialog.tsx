import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { changeAccount, createAccount } from '../../api/accounts.js';
import { unitRoles } from '../../api/account-roles.js';
import type { AccountRow, CreatedAccount, MembershipChoice, Role } from '../../api/types.js';
import { useUnits } from '../../parts/campaign.queries.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { matchesLabel } from '../../parts/match-label.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { accountsText } from '../../text/accounts.js';
import { appText } from '../../text/app.js';
import { roleText } from '../../text/states.js';
import { useAccountChange, useRefreshAccounts } from './accounts.queries.js';

interface AccountForm {
  login: string;
  name: string;
  email: string;
  administrator: boolean;
  role?: Role | undefined;
  unitId?: string | undefined;
  unitLeader: boolean;
}

interface Props {
  /** The account to change; null for a new one. */
  account: AccountRow | null;
  campaignId: string | undefined;
  onClose: () => void;
  onCreated: (created: CreatedAccount) => void;
}

const roles = Object.keys(roleText) as Role[];
const required = (label: string) => ({ required: true, message: accountsText.required(label) });

function membershipOf(
  values: AccountForm,
  campaignId: string | undefined,
): { membership?: MembershipChoice } {
  if (values.role === undefined || campaignId === undefined) return {};
  const unit = values.unitId === undefined ? {} : { unitId: values.unitId };
  const unitLeader = values.role === 'head' && values.unitLeader;
  return { membership: { campaignId, role: values.role, unitLeader, ...unit } };
}

function RoleFields({ campaignId }: { campaignId: string }) {
  const form = Form.useFormInstance<AccountForm>();
  const role = Form.useWatch('role', form);
  const units = useUnits(campaignId);
  return (
    <>
      <Form.Item name="role" label={accountsText.role}>
        <Select
          allowClear
          placeholder={accountsText.noRole}
          options={roles.map((value) => ({ value, label: roleText[value] }))}
        />
      </Form.Item>
      {role !== undefined && (
        <Form.Item
          name="unitId"
          label={accountsText.unit}
          {...(unitRoles.has(role) ? {} : { extra: accountsText.officeUnitHelp })}
          rules={unitRoles.has(role) ? [{ required: true, message: accountsText.unitRequired }] : []}
        >
          <Select
            allowClear
            showSearch={{ filterOption: matchesLabel }}
            loading={units.isPending}
            options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="unitLeader"
        valuePropName="checked"
        hidden={role !== 'head'}
        extra={accountsText.unitLeaderHelp}
      >
        <Checkbox>{accountsText.unitLeaderLabel}</Checkbox>
      </Form.Item>
      {units.error !== null && <ProblemAlert error={units.error} />}
    </>
  );
}

function useSave({ account, campaignId }: Props) {
  return useAccountChange(async (values: AccountForm): Promise<CreatedAccount | null> => {
    const shared = {
      name: values.name.trim(),
      ...(values.email.trim() === '' ? {} : { email: values.email.trim() }),
      ...membershipOf(values, campaignId),
    };
    if (account === null) {
      return createAccount({ ...shared, login: values.login.trim(), administrator: values.administrator });
    }
    await changeAccount(account.id, { ...shared, version: account.version });
    return null;
  });
}

export function AccountDialog(props: Props) {
  const { account, campaignId, onClose, onCreated } = props;
  const [form] = Form.useForm<AccountForm>();
  const { message } = App.useApp();
  const save = useSave(props);
  const refresh = useRefreshAccounts();
  const send = (values: AccountForm) =>
    save.mutate(values, {
      onSuccess: (created) => {
        if (created === null) void message.success(accountsText.saved);
        else onCreated(created);
        onClose();
      },
      onError: (error) => showFieldErrors(form, error),
    });
  const loadLatest = () => {
    save.reset();
    void refresh();
  };
  return (
    <Modal
      open
      title={account === null ? accountsText.createTitle : accountsText.editTitle}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<AccountForm>
        form={form}
        layout="vertical"
        initialValues={{
          login: account?.login ?? '',
          name: account?.name ?? '',
          email: account?.email ?? '',
          administrator: account?.administrator ?? false,
          role: account?.membership?.role,
          unitId: account?.membership?.unit?.id,
          unitLeader: account?.membership?.unitLeader ?? false,
        }}
        onFinish={send}
      >
        <Form.Item
          name="login"
          label={accountsText.login}
          extra={account === null ? accountsText.loginHelp : undefined}
          rules={[
            required(accountsText.login),
            { pattern: /^[a-z0-9][a-z0-9.-]{1,39}$/, message: accountsText.loginPattern },
          ]}
        >
          <Input disabled={account !== null} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={accountsText.name} rules={[required(accountsText.name)]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="email"
          label={`${accountsText.email}${appText.optional}`}
          rules={[{ type: 'email', message: accountsText.emailWrong }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        {campaignId !== undefined && <RoleFields campaignId={campaignId} />}
        {account === null && (
          <Form.Item name="administrator" valuePropName="checked" extra={accountsText.administratorHelp}>
            <Checkbox>{accountsText.administrator}</Checkbox>
          </Form.Item>
        )}
        {save.error !== null && <ProblemAlert error={save.error} onLoadLatest={loadLatest} />}
      </Form>
    </Modal>
  );
}
