import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { takeBaseline } from '../../api/timeline.js';
import type { BaselineRow } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { useCampaign, useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { formatDate } from '../../text/dates.js';
import { baselineText } from '../../text/timeline.js';
import { TimelineNav } from './timeline-nav.js';
import { useBaselines } from './timeline.queries.js';

interface Values {
  name: string;
  note?: string;
}

function TakeDialog({ cid, onClose }: { cid: string; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const take = useMutation({
    mutationFn: (values: Values) =>
      takeBaseline(cid, { name: values.name, ...(values.note ? { note: values.note } : {}) }),
    onSuccess: () => {
      void message.success(baselineText.taken);
      void refresh(cid);
      onClose();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  return (
    <Modal
      open
      title={baselineText.take}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={take.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="muted dialog-hint">{baselineText.takeHint}</p>
      <Form<Values> form={form} layout="vertical" onFinish={(values) => take.mutate(values)}>
        <Form.Item
          name="name"
          label={baselineText.name}
          rules={[{ required: true, whitespace: true, message: baselineText.required }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="note" label={baselineText.note}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        {take.error !== null && <ProblemAlert error={take.error} />}
      </Form>
    </Modal>
  );
}

const compareUrl = (id: string): string => `/timeline/baselines/${id}/compare`;

const columns: TableColumnsType<BaselineRow> = [
  {
    key: 'name',
    title: baselineText.name,
    render: (_, row) => (
      <>
        <Link to={compareUrl(row.id)}>{row.name}</Link>
        {row.note !== null && <div className="muted">{row.note}</div>}
      </>
    ),
  },
  { key: 'on', title: baselineText.takenOn, width: 180, render: (_, row) => formatDate(row.takenOn) },
  { key: 'by', title: baselineText.takenBy, width: 130, render: (_, row) => row.takenBy },
  {
    key: 'holds',
    title: baselineText.holds,
    width: 280,
    render: (_, row) => baselineText.counts(row.phases, row.milestones, row.tasks, row.targets),
  },
  {
    key: 'compare',
    title: appText.actions,
    width: 100,
    render: (_, row) => <Link to={compareUrl(row.id)}>{baselineText.compare}</Link>,
  },
];

export function BaselinesPage() {
  const campaign = useCampaign();
  const baselines = useBaselines(campaign.id);
  const [taking, setTaking] = useState(false);
  return (
    <div className="stack">
      <PageHead title={baselineText.title} lead={baselineText.lead}>
        {campaign.role === 'government_office' && (
          <Button type="primary" onClick={() => setTaking(true)}>
            {baselineText.take}
          </Button>
        )}
      </PageHead>
      <TimelineNav />
      <section className="panel">
        <QueryView query={baselines}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing text={baselineText.none} next={baselineText.noneNext} />
            ) : (
              <Table<BaselineRow>
                size="small"
                rowKey="id"
                columns={columns}
                dataSource={items}
                pagination={false}
                scroll={{ x: 820 }}
              />
            )
          }
        </QueryView>
      </section>
      {taking && <TakeDialog cid={campaign.id} onClose={() => setTaking(false)} />}
    </div>
  );
}
