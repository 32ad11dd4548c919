import { Form } from 'antd';
import type { CampaignCalendarView, LocalCalendarView } from '../../api/calendar-types.js';
import { useCampaign } from '../../shell/session.js';
import { fieldsOf } from './local-days.js';
import { LocalPanel, type LocalFields } from './local-panel.js';
import { LocalSets } from './local-sets.js';

/** Fills the form below and goes there; what was in it is replaced. */
function useStart(): [
  ReturnType<typeof Form.useForm<LocalFields>>[0],
  (fields: Partial<LocalFields>) => void,
] {
  const [form] = Form.useForm<LocalFields>();
  const start = (fields: Partial<LocalFields>): void => {
    form.resetFields();
    form.setFieldsValue({ format: 'typed', ...fields });
    document.getElementById('enter-local')?.scrollIntoView({ block: 'start' });
  };
  return [form, start];
}

function Editable({ view, campaignId }: { view: CampaignCalendarView; campaignId: string }) {
  const [form, start] = useStart();
  const of = ({ level, year }: LocalCalendarView) => ({ level, year });
  return (
    <>
      <LocalSets
        sets={view.local}
        actions={{
          onChange: (set) => start({ ...of(set), ...fieldsOf(set) }),
          onTakeBack: (set) => start({ ...of(set), off: [], work: [] }),
        }}
      />
      <LocalPanel key={view.year} campaignId={campaignId} year={view.year} sets={view.local} form={form} />
    </>
  );
}

/** The local days of the campaign; its government office enters them. */
export function LocalSection({ view }: { view: CampaignCalendarView }) {
  const campaign = useCampaign();
  return campaign.role === 'government_office' ? (
    <Editable view={view} campaignId={campaign.id} />
  ) : (
    <LocalSets sets={view.local} actions={undefined} />
  );
}
