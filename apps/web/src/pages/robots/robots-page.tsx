import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { WarningOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import {
  addRobot,
  changeRobot,
  changeRobotAddress,
  fetchRobots,
  testRobot,
} from '../../api/notifications.js';
import type { NewRobot, RobotRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { campaignKey } from '../../shell/session.js';
import { outboxText } from '../../text/outbox.js';
import { robotsText } from '../../text/robots.js';
import { useOutboxCampaign } from '../outbox/use-outbox-campaign.js';
import './robots.css';
import { type Address, AddressFields, ReplaceAddress } from './robot-address.js';

const channels = Object.entries(outboxText.channels).filter(([value]) => value !== 'mail');

function AddRobot({ pending, onAdd }: { pending: boolean; onAdd: (robot: NewRobot) => void }) {
  return (
    <Form<NewRobot>
      layout="vertical"
      initialValues={{ channel: 'wecom' }}
      onFinish={(robot) => onAdd({ ...robot, secret: robot.secret || null })}
    >
      <Form.Item name="channel" label={robotsText.channel}>
        <Select options={channels.map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="name" label={robotsText.name} rules={[{ required: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      <AddressFields />
      <Button type="primary" htmlType="submit" loading={pending}>
        {robotsText.add}
      </Button>
    </Form>
  );
}

interface RobotProps {
  robot: RobotRow;
  pending: boolean;
  onTest: () => void;
  onSwitch: () => void;
  onReplace: (address: Address, done: () => void) => void;
}

function Robot({ robot, pending, onTest, onSwitch, onReplace }: RobotProps) {
  return (
    <li>
      <div className="row">
        <strong>{robot.name}</strong>
        <span>{outboxText.channels[robot.channel]}</span>
        <span>{robot.active ? robotsText.active : robotsText.inactive}</span>
        {robot.waiting > 0 && <span>{robotsText.waiting(robot.waiting)}</span>}
        <span className="muted">
          {robot.host !== null && robotsText.address(robot.host, robot.urlEnding ?? '')}{' '}
          {robot.signed && robotsText.signed}
        </span>
        <Button size="small" disabled={!robot.active || !robot.readable} onClick={onTest}>
          {robotsText.test}
        </Button>
        <Button size="small" onClick={onSwitch}>
          {robot.active ? robotsText.stop : robotsText.start}
        </Button>
      </div>
      {!robot.readable && (
        <p className="robot-warning">
          <WarningOutlined aria-hidden /> {robotsText.unreadable(robot.waiting)}
        </p>
      )}
      <ReplaceAddress robot={robot} pending={pending} onReplace={onReplace} />
      {robot.lastError !== null && <div className="robot-warning">{robot.lastError}</div>}
    </li>
  );
}

export function RobotsPage() {
  const cid = useOutboxCampaign() ?? '';
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const key = campaignKey(cid, 'robots');
  const robots = useQuery({ queryKey: key, queryFn: () => fetchRobots(cid), enabled: cid !== '' });
  const change = useMutation({
    mutationFn: (act: () => Promise<RobotRow[]>) => act(),
    onSuccess: (rows) => queryClient.setQueryData(key, rows),
  });
  const test = (robot: RobotRow) =>
    change.mutate(() => testRobot(cid, robot.id), {
      onSuccess: () => void message.success(robotsText.tested),
    });
  return (
    <>
      <Link to="/outbox">{robotsText.back}</Link>
      <PageHead title={robotsText.title} lead={robotsText.lead} />
      {change.error !== null && <ProblemAlert error={change.error} />}
      <QueryView query={robots}>
        {(rows) => (
          <section className="panel">
            {rows.length === 0 && <Nothing text={robotsText.empty} />}
            <ul className="robot-list">
              {rows.map((robot) => (
                <Robot
                  key={robot.id}
                  robot={robot}
                  pending={change.isPending}
                  onTest={() => test(robot)}
                  onSwitch={() =>
                    change.mutate(() =>
                      changeRobot(cid, robot.id, { version: robot.version, active: !robot.active }),
                    )
                  }
                  onReplace={(address, done) =>
                    change.mutate(
                      () => changeRobotAddress(cid, robot.id, { version: robot.version, ...address }),
                      { onSuccess: done },
                    )
                  }
                />
              ))}
            </ul>
          </section>
        )}
      </QueryView>
      <Panel title={robotsText.add}>
        <AddRobot pending={change.isPending} onAdd={(robot) => change.mutate(() => addRobot(cid, robot))} />
      </Panel>
    </>
  );
}
