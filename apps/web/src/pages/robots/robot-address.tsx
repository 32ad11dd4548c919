import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { RobotRow } from '../../api/types.js';
import { appText } from '../../text/app.js';
import { robotsText } from '../../text/robots.js';

export interface Address {
  url: string;
  secret: string | null;
}

/** Where a robot posts to; never filled in from the server, which does not tell it. */
export function AddressFields() {
  return (
    <>
      <Form.Item name="url" label={robotsText.url} extra={robotsText.urlHint} rules={[{ required: true }]}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item name="secret" label={robotsText.secret} extra={robotsText.secretHint}>
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

interface Props {
  robot: RobotRow;
  pending: boolean;
  onReplace: (address: Address, done: () => void) => void;
}

/** Another address and secret for a robot: after a reset in the group, or because the key of the old one is lost. */
export function ReplaceAddress({ robot, pending, onReplace }: Props) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button size="small" type={robot.readable ? 'default' : 'primary'} onClick={() => setOpen(true)}>
          {robot.readable ? robotsText.replace : robotsText.fillAgain}
        </Button>
      </div>
    );
  }
  const send = (address: Address) =>
    onReplace({ url: address.url, secret: address.secret || null }, () => setOpen(false));
  return (
    <Form<Address> layout="vertical" className="robot-address" onFinish={send}>
      <AddressFields />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={pending}>
          {robotsText.replaceSave}
        </Button>
        <Button onClick={() => setOpen(false)}>{appText.cancel}</Button>
      </div>
    </Form>
  );
}
