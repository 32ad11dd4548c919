import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import type { WhatIfRow } from '../../../api/types.js';
import { createWhatIf } from '../../../api/what-ifs.js';
import { showFieldErrors } from '../../../parts/form-problem.js';
import { ProblemAlert } from '../../../parts/problem-alert.js';
import { useCampaign, useRefreshCampaign } from '../../../shell/session.js';
import { projectionText } from '../../../text/projection.js';
import { whatIfUrl } from '../use-address.js';

interface Fields {
  name: string;
  copyOf?: string;
}

/** A name, and perhaps what it starts from; the editor opens at once. */
export function NewWhatIf({ rows }: { rows: readonly WhatIfRow[] }) {
  const campaign = useCampaign();
  const refresh = useRefreshCampaign();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const creating = useMutation({
    mutationFn: ({ name, copyOf }: Fields) =>
      createWhatIf(campaign.id, { name, ...(copyOf === undefined ? {} : { copyOf }) }),
    onSuccess: ({ id }) => {
      void refresh(campaign.id);
      void navigate(whatIfUrl(id, { tab: 'basis' }));
    },
    onError: (error) => showFieldErrors(form, error),
  });
  return (
    <div className="stack">
      <Form<Fields>
        form={form}
        layout="inline"
        className="what-if-new"
        onFinish={(fields) => creating.mutate(fields)}
      >
        <Form.Item
          name="name"
          rules={[{ required: true, whitespace: true, message: projectionText.nameNeeded }]}
        >
          <Input
            className="what-if-name"
            maxLength={60}
            aria-label={projectionText.name}
            placeholder={projectionText.newName}
          />
        </Form.Item>
        <Form.Item name="copyOf">
          <Select
            className="what-if-copy"
            allowClear
            aria-label={projectionText.copyOf}
            placeholder={projectionText.empty}
            options={rows.map(({ id, name }) => ({ value: id, label: `${projectionText.copyOf} ${name}` }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={creating.isPending}>
          {projectionText.create}
        </Button>
      </Form>
      {creating.error !== null && <ProblemAlert error={creating.error} />}
    </div>
  );
}
