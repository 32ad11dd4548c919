import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LadderVersionRow, LadderVersions, NewLadderVersion } from '../../api/types.js';
import { HollowList } from '../../parts/hollow-list.js';
import { useLadder } from '../../parts/ladder.queries.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { useCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { ladderText } from '../../text/ladder.js';
import { simulationText } from '../../text/simulation.js';
import '../home/desk.css';
import { ActivateDialog } from './activate-dialog.js';
import { ClockLimitsPanel } from './clock-limits.js';
import { LadderEditor } from './ladder-editor.js';
import './ladder.css';
import { useLadderVersions, useRestLadder } from './ladder-queries.js';
import { RungTable } from './rung-table.js';
import { VersionList } from './version-list.js';

function InForce({ cid, version }: { cid: string; version: LadderVersionRow }) {
  const rest = useRestLadder(cid);
  const { message, modal } = App.useApp();
  const ask = () =>
    modal.confirm({
      title: ladderText.restTitle,
      content: ladderText.restHint,
      okText: ladderText.rest,
      cancelText: appText.cancel,
      onOk: () => rest.mutateAsync(undefined).then(() => void message.success(ladderText.rested)),
    });
  return (
    <Panel
      title={ladderText.inForce(version.number, version.ladder.name)}
      extra={<Button onClick={() => void ask()}>{ladderText.rest}</Button>}
    >
      <RungTable ladder={version.ladder} />
    </Panel>
  );
}

function Content({ cid, page }: { cid: string; page: LadderVersions }) {
  const [draft, setDraft] = useState<NewLadderVersion | null>(null);
  const [chosen, setChosen] = useState<LadderVersionRow | null>(null);
  const ladder = useLadder(cid);
  const active = page.items.find((version) => version.active);
  if (draft !== null) {
    return <LadderEditor cid={cid} start={draft} people={page.people} onClose={() => setDraft(null)} />;
  }
  return (
    <>
      <HollowList hollow={page.hollow} lead={ladderText.hollowInForce} />
      {active === undefined ? (
        <Alert type="info" showIcon title={ladderText.resting} />
      ) : (
        <InForce cid={cid} version={active} />
      )}
      <VersionList
        page={page}
        onActivate={setChosen}
        onEdit={({ ladder: content, leaderIds, basis }) => setDraft({ ladder: content, leaderIds, basis })}
      />
      <QueryView query={ladder}>{(data) => <ClockLimitsPanel cid={cid} limits={data.limits} />}</QueryView>
      {chosen !== null && <ActivateDialog cid={cid} version={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

export function LadderPage() {
  const campaign = useCampaign();
  const versions = useLadderVersions(campaign.id);
  return (
    <>
      <PageHead title={ladderText.title} lead={ladderText.lead}>
        <Link to="/ladder/simulations">{simulationText.title}</Link>
      </PageHead>
      <div className="stack">
        <QueryView query={versions}>{(page) => <Content cid={campaign.id} page={page} />}</QueryView>
      </div>
    </>
  );
}
