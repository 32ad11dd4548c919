import { Button, Form, Steps } from 'antd';
import { useState } from 'react';
import { PageHead } from '../../parts/page-head.js';
import { useUnits } from '../../parts/campaign.queries.js';
import type { Source } from '../../parts/sources.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { useCampaign } from '../../shell/session.js';
import { batchText } from '../../text/batch.js';
import { itemsFrom, usualSettings, type BatchSettings } from './batch-items.js';
import './batch.css';
import { ChooseSources } from './choose-sources.js';
import { CommonSettings } from './common-settings.js';
import { PreviewStep } from './preview-step.js';
import { ResultStep } from './result-step.js';
import { useBatch } from './use-batch.js';

export function BatchPage() {
  const campaign = useCampaign();
  const units = useUnits(campaign.id).data?.items ?? [];
  const narrow = useNarrow();
  const [step, setStep] = useState(0);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Source>>(new Map());
  const [settings, setSettings] = useState<BatchSettings>(usualSettings);
  const [form] = Form.useForm<BatchSettings>();
  const batch = useBatch(campaign.id);
  const sources = [...chosen.values()];

  const toPreview = (values: BatchSettings) => {
    setSettings(values);
    batch.setItems(itemsFrom(sources, values, units));
    setStep(2);
  };
  const again = () => {
    setChosen(new Map());
    setSettings(usualSettings);
    batch.setItems([]);
    setStep(0);
  };
  return (
    <>
      <PageHead title={batchText.title} lead={batchText.lead} />
      {!narrow && (
        <Steps
          size="small"
          current={step}
          items={batchText.steps.map((title) => ({ title }))}
          className="batch-steps"
        />
      )}
      <section className="panel">
        {step === 0 && (
          <>
            <ChooseSources cid={campaign.id} chosen={chosen} onChoose={setChosen} />
            <Button type="primary" disabled={chosen.size === 0} onClick={() => setStep(1)}>
              {batchText.next}
            </Button>
          </>
        )}
        {step === 1 && (
          <>
            <CommonSettings
              form={form}
              initial={settings}
              units={units}
              townshipDuties={sources.some((source) => source.township)}
              onFinish={toPreview}
            />
            <div className="row">
              <Button
                onClick={() => {
                  setSettings({ ...settings, ...form.getFieldsValue(true) });
                  setStep(0);
                }}
              >
                {batchText.back}
              </Button>
              <Button type="primary" onClick={() => form.submit()}>
                {batchText.preview}
              </Button>
            </div>
          </>
        )}
        {step === 2 && (
          <PreviewStep batch={batch} units={units} onBack={() => setStep(1)} onDone={() => setStep(3)} />
        )}
        {step === 3 && batch.create.data !== undefined && (
          <ResultStep result={batch.create.data} assigned={batch.create.variables === true} onAgain={again} />
        )}
      </section>
    </>
  );
}
