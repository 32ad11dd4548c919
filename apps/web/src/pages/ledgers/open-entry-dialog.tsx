import { useMutation, useQuery } from '@tanstack/react-query';
import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import { fetchEntrySchools, openEntry } from '../../api/ledgers.js';
import type { LedgerKindView, SessionCampaign } from '../../api/types.js';
import { useUnits } from '../../parts/campaign.queries.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { entryUrl } from '../../parts/ledger-links.js';
import { matchesLabel } from '../../parts/match-label.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { campaignKey, useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { entryText, ledgersText, openEntryText } from '../../text/ledgers.js';
import { withDetail } from '../../text/wording.js';
import { type FieldValues, OwnFields, toFields } from './own-fields.js';

interface Values {
  subject?: string;
  schoolCode?: string;
  indicator?: string;
  unitId?: string;
  townshipId?: string;
  measure?: string;
  dueOn?: Dayjs | null;
  fields: FieldValues;
}

interface Props {
  campaign: SessionCampaign;
  kind: LedgerKindView;
  onClose: () => void;
}

function useOpening({ campaign, kind }: Props) {
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const opening = useMutation({
    mutationFn: ({ dueOn, fields, ...values }: Values) => {
      const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
      return openEntry(campaign.id, kind.id, {
        ...Object.fromEntries(given),
        ...(dueOn ? { dueOn: dueOn.format('YYYY-MM-DD') } : {}),
        fields: toFields(kind.columns, fields),
      });
    },
    onSuccess: async (entry) => {
      void message.success(openEntryText.done);
      await refresh(campaign.id);
      void navigate(entryUrl(entry.id));
    },
    onError: (error) => showFieldErrors(form, error),
  });
  return { form, opening };
}

interface PlaceProps extends Pick<Props, 'campaign' | 'kind'> {
  /** The township of the school that was chosen. */
  onTownship: (id: string) => void;
}

function Place({ campaign, kind, onTownship }: PlaceProps) {
  const schools = useQuery({
    queryKey: campaignKey(campaign.id, 'entry-schools', kind.id),
    queryFn: () => fetchEntrySchools(campaign.id, kind.id),
  });
  const units = useUnits(campaign.id);
  // A unit opens entries of its own only; the offices say whose an entry is.
  const bound = campaign.role === 'handler' || campaign.role === 'head';
  const own = bound ? campaign.unit?.kind : undefined;
  const options = (township: boolean) =>
    (units.data?.items ?? [])
      .filter((unit) => !township || unit.kind === 'township')
      .map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <>
      <Form.Item name="schoolCode" label={openEntryText.school} extra={openEntryText.schoolHint}>
        <Select
          allowClear
          loading={schools.isPending}
          showSearch={{ filterOption: matchesLabel }}
          placeholder={openEntryText.schoolSearch}
          notFoundContent={schools.isPending ? appText.loading : openEntryText.noSchool}
          options={(schools.data?.items ?? []).map(({ code, name }) => ({
            value: code,
            label: withDetail(name, code),
          }))}
          onChange={(code: string | undefined) => {
            const school = schools.data?.items.find((one) => one.code === code);
            if (school?.townshipId) onTownship(school.townshipId);
          }}
        />
      </Form.Item>
      {schools.error !== null && (
        <ProblemAlert error={schools.error} onRetry={() => void schools.refetch()} />
      )}
      <Form.Item name="townshipId" label={openEntryText.township}>
        <Select
          allowClear
          disabled={own === 'township'}
          showSearch={{ filterOption: matchesLabel }}
          options={options(true)}
        />
      </Form.Item>
      <Form.Item name="unitId" label={openEntryText.unit}>
        <Select
          allowClear
          disabled={own === 'department'}
          showSearch={{ filterOption: matchesLabel }}
          options={options(false)}
        />
      </Form.Item>
      {kind.subject === 'problem' && (
        <Form.Item name="indicator" label={openEntryText.indicator} extra={openEntryText.indicatorHint}>
          <Input maxLength={3} />
        </Form.Item>
      )}
    </>
  );
}

/** Opens an entry by hand; its page opens next. */
export function OpenEntryDialog(props: Props) {
  const { campaign, kind, onClose } = props;
  const { form, opening } = useOpening(props);
  const own = campaign.unit;
  return (
    <Modal
      open
      title={openEntryText.title(kind.name)}
      okText={openEntryText.save}
      cancelText={appText.cancel}
      confirmLoading={opening.isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        {opening.error !== null && <ProblemAlert error={opening.error} />}
        <Form<Values>
          form={form}
          layout="vertical"
          className="ledger-form"
          initialValues={{
            fields: {},
            ...(own?.kind === 'township' ? { townshipId: own.id } : own === null ? {} : { unitId: own.id }),
          }}
          onFinish={(values) => opening.mutate(values)}
        >
          {kind.subject === 'problem' && (
            <Form.Item
              name="subject"
              label={openEntryText.subject}
              extra={entryText.privacy}
              rules={[{ required: true, message: openEntryText.needed(openEntryText.subject) }]}
            >
              <Input.TextArea rows={2} maxLength={200} />
            </Form.Item>
          )}
          <OwnFields columns={kind.columns} asked />
          <Place
            campaign={campaign}
            kind={kind}
            onTownship={(townshipId) => form.setFieldsValue({ townshipId })}
          />
          <Form.Item name="measure" label={ledgersText.measure} extra={entryText.free}>
            <Input maxLength={100} list="ledger-measures" />
          </Form.Item>
          <datalist id="ledger-measures">
            {kind.measures.map((measure) => (
              <option key={measure} value={measure} />
            ))}
          </datalist>
          <Form.Item name="dueOn" label={ledgersText.due}>
            <DatePicker />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
