import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { chooseChain, fetchExtensionDesk } from '../../api/extensions.js';
import type { ExtensionChain, ExtensionView, SessionCampaign } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { ExtensionCard } from '../../parts/extension-card.js';
import { Panel } from '../../parts/panel.js';
import { campaignKey, useRefreshCampaign, useSession } from '../../shell/session.js';
import { extensionText } from '../../text/extensions.js';
import { withDetail } from '../../text/wording.js';

const chains = Object.keys(extensionText.chains) as ExtensionChain[];

function Chain({ cid, chain }: { cid: string; chain: ExtensionChain }) {
  const refresh = useRefreshCampaign();
  const save = useMutation({
    mutationFn: (next: ExtensionChain) => chooseChain(cid, next),
    onSuccess: () => refresh(cid),
  });
  return (
    <Select
      size="small"
      aria-label={extensionText.chain}
      value={chain}
      loading={save.isPending}
      options={chains.map((value) => ({ value, label: extensionText.chains[value] }))}
      onChange={(next) => save.mutate(next)}
    />
  );
}

function Group({ title, requests }: { title: string; requests: readonly ExtensionView[] }) {
  const { today } = useSession();
  if (requests.length === 0) return null;
  return (
    <>
      <h3>{withDetail(title, requests.length)}</h3>
      {requests.map((request) => (
        <ExtensionCard key={request.id} request={request} today={today} linked />
      ))}
    </>
  );
}

/** Extension requests on a desk: those that wait for the reader first; a unit sees what came of its own. */
export function ExtensionsOnDesk({ campaign }: { campaign: SessionCampaign }) {
  const desk = useQuery({
    queryKey: campaignKey(campaign.id, 'extensions'),
    queryFn: () => fetchExtensionDesk(campaign.id),
  });
  const data = desk.data;
  if (data === undefined) return null;
  const office = campaign.role === 'government_office';
  const all = data.waiting.length + data.underWay.length + data.decided.length;
  if (all === 0 && !office) return null;
  return (
    <Panel
      title={extensionText.extensions}
      {...(office ? { extra: <Chain cid={campaign.id} chain={data.chain} /> } : {})}
    >
      {all === 0 && <Nothing text={extensionText.deskNone} />}
      <Group title={extensionText.waiting} requests={data.waiting} />
      <Group title={extensionText.underWay} requests={data.underWay} />
      <Group title={extensionText.decidedDesk} requests={data.decided} />
    </Panel>
  );
}
