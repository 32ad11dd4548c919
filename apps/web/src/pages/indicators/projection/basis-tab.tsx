import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Popconfirm, Select } from 'antd';
import { useNavigate } from 'react-router';
import type { WhatIfView } from '../../../api/types.js';
import { withdrawWhatIf } from '../../../api/what-ifs.js';
import { Panel } from '../../../parts/panel.js';
import { ProblemAlert } from '../../../parts/problem-alert.js';
import { useCampaign, useRefreshCampaign } from '../../../shell/session.js';
import { appText } from '../../../text/app.js';
import { basisText, projectionText } from '../../../text/projection.js';
import { dataSetName } from '../indicator-nav.js';
import { useDataSets } from '../indicators.queries.js';
import { projectionUrl } from '../use-address.js';
import { EnrolmentTable } from './enrolment-table.js';
import { ProjectList } from './project-list.js';
import { type Basis, useBasis } from './use-basis.js';

function Withdraw({ view }: { view: WhatIfView }) {
  const campaign = useCampaign();
  const refresh = useRefreshCampaign();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const withdrawing = useMutation({
    mutationFn: () => withdrawWhatIf(campaign.id, view.id, view.version),
    onSuccess: () => {
      void message.success(basisText.withdrawn);
      void navigate(projectionUrl);
      void refresh(campaign.id);
    },
  });
  return (
    <>
      <Popconfirm
        title={basisText.withdrawAsk}
        okText={appText.ok}
        cancelText={appText.cancel}
        onConfirm={() => withdrawing.mutate()}
      >
        <Button danger loading={withdrawing.isPending}>
          {basisText.withdraw}
        </Button>
      </Popconfirm>
      {withdrawing.error !== null && <ProblemAlert error={withdrawing.error} />}
    </>
  );
}

function Head({ view, basis }: { view: WhatIfView; basis: Basis }) {
  const sets = useDataSets(useCampaign().id).data ?? [view.dataSet];
  const { draft, change } = basis;
  const disabled = !view.mayWrite;
  return (
    <div className="what-if-head">
      <label>
        {projectionText.name}
        <Input
          maxLength={60}
          disabled={disabled}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </label>
      <label>
        {basisText.goal}
        <InputNumber
          disabled={disabled}
          value={draft.goalYear}
          min={view.dataYear + 1}
          max={view.dataYear + 15}
          status={basis.faultsOf('/goalYear').length > 0 ? 'error' : ''}
          onChange={(goalYear) => goalYear !== null && change({ goalYear })}
        />
      </label>
      <label>
        {basisText.dataSet}
        <Select
          disabled={disabled}
          value={draft.dataSetId}
          options={sets.map((row) => ({ value: row.id, label: dataSetName(row) }))}
          onChange={(dataSetId) => change({ dataSetId })}
        />
      </label>
    </div>
  );
}

function Save({ basis }: { basis: Basis }) {
  return (
    <div className="what-if-save no-print">
      {basis.error !== null && <ProblemAlert error={basis.error} onLoadLatest={basis.loadLatest} />}
      <div className="row">
        <Button type="primary" disabled={!basis.dirty} loading={basis.saving} onClick={basis.save}>
          {basisText.save}
        </Button>
        <Button disabled={!basis.dirty} onClick={basis.reset}>
          {basisText.reset}
        </Button>
        {basis.dirty && <span className="muted">{basisText.unsaved}</span>}
      </div>
    </div>
  );
}

/** The editor of what is assumed. */
export function BasisTab({ view }: { view: WhatIfView }) {
  const basis = useBasis(view);
  return (
    <>
      <Panel
        title={projectionText.tabs.basis}
        extra={view.mayWrite ? <Withdraw view={view} /> : <span className="muted">{basisText.readOnly}</span>}
      >
        <Head view={view} basis={basis} />
      </Panel>
      <EnrolmentTable view={view} basis={basis} />
      <ProjectList view={view} basis={basis} />
      {view.mayWrite && <Save basis={basis} />}
    </>
  );
}
