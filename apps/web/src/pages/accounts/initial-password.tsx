import { Alert, App, Button, Modal } from 'antd';
import { accountsText } from '../../text/accounts.js';

interface Props {
  title: string;
  login: string;
  password: string;
  onClose: () => void;
}

/** Shown once and kept nowhere; closing needs the word that it was written down. */
export function InitialPassword({ title, login, password, onClose }: Props) {
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(password).then(
      () => message.success(accountsText.copied),
      () => undefined,
    );
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {accountsText.noted}
        </Button>
      }
    >
      <div className="stack">
        <dl className="password-pair">
          <dt>{accountsText.login}</dt>
          <dd>{login}</dd>
          <dt>{accountsText.initialPassword}</dt>
          <dd>
            <code className="password-text">{password}</code>
            <Button size="small" onClick={() => void copy()}>
              {accountsText.copy}
            </Button>
          </dd>
        </dl>
        <Alert type="warning" showIcon title={accountsText.initialPasswordHint} />
      </div>
    </Modal>
  );
}
