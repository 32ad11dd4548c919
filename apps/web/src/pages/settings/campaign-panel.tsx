import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Popconfirm, Select } from 'antd';
import { createCampaign, loadPack, previewPack } from '../../api/settings.js';
import type { SettingsView } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { campaignKey, useInstance } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { settingsText } from '../../text/settings.js';
import { PackDiff } from './pack-diff.js';
import { withDetail } from '../../text/wording.js';

/** First the difference, then the loading, of the very pack that was compared. */
export function CampaignPanel({ campaign }: { campaign: SettingsView['campaigns'][number] }) {
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const preview = useMutation({ mutationFn: () => previewPack(campaign.id) });
  const load = useMutation({
    mutationFn: (fingerprint: string) => loadPack(campaign.id, fingerprint),
    onSuccess: () => {
      preview.reset();
      void message.success(settingsText.loaded);
      void queryClient.invalidateQueries({ queryKey: ['settings'] });
      void queryClient.invalidateQueries({ queryKey: campaignKey(campaign.id) });
    },
  });
  const diff = preview.data;
  const broken = diff?.checks.some((check) => check.level === 'error') === true;
  return (
    <Panel
      title={`${settingsText.pack} · ${campaign.name}`}
      extra={
        <span className="muted">
          {campaign.packFingerprint === null
            ? settingsText.packNone
            : settingsText.packLoaded(campaign.packFingerprint.slice(0, 12))}
        </span>
      }
    >
      <div className="stack">
        <p className="muted">{settingsText.packLead}</p>
        <div className="row">
          <Button loading={preview.isPending} onClick={() => preview.mutate()}>
            {settingsText.preview}
          </Button>
          {diff !== undefined && !diff.unchanged && (
            <Popconfirm
              title={settingsText.loadConfirm}
              okText={appText.ok}
              cancelText={appText.cancel}
              onConfirm={() => load.mutateAsync(diff.fingerprint).catch(() => undefined)}
            >
              <Button type="primary" loading={load.isPending} disabled={broken}>
                {settingsText.load}
              </Button>
            </Popconfirm>
          )}
        </div>
        {broken && <Alert type="error" showIcon title={settingsText.hasErrors} />}
        {preview.error !== null && <ProblemAlert error={preview.error} />}
        {load.error !== null && <ProblemAlert error={load.error} onLoadLatest={() => preview.mutate()} />}
        {diff !== undefined && <PackDiff diff={diff} />}
      </div>
    </Panel>
  );
}

interface CampaignForm {
  packId: string;
  name?: string;
}

export function CreateCampaign() {
  const instance = useInstance();
  const queryClient = useQueryClient();
  const create = useMutation({
    mutationFn: ({ packId, name }: CampaignForm) =>
      createCampaign({ packId, ...(name === undefined || name.trim() === '' ? {} : { name: name.trim() }) }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const packs = instance.data?.packs ?? [];
  return (
    <Panel title={settingsText.createCampaign}>
      {packs.length === 0 && instance.data !== undefined ? (
        <p>{settingsText.noPacks}</p>
      ) : (
        <Form<CampaignForm>
          layout="vertical"
          className="settings-form"
          onFinish={(values) => create.mutate(values)}
        >
          <Form.Item
            name="packId"
            label={settingsText.choosePack}
            rules={[{ required: true, message: settingsText.choosePack }]}
          >
            <Select
              options={packs.map((pack) => ({ value: pack.id, label: withDetail(pack.name, pack.place) }))}
            />
          </Form.Item>
          <Form.Item name="name" label={`${settingsText.campaignName}${appText.optional}`}>
            <Input />
          </Form.Item>
          {create.error !== null && <ProblemAlert error={create.error} />}
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {settingsText.create}
          </Button>
        </Form>
      )}
    </Panel>
  );
}
