import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { renameUnit } from '../../api/campaign.js';
import type { UnitRow } from '../../api/types.js';
import { showFieldErrors } from '../../parts/form-problem.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useRefreshCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { unitsText } from '../../text/units.js';

interface RenameForm {
  name: string;
  shortName: string;
}

export function RenameDialog({ cid, unit, onClose }: { cid: string; unit: UnitRow; onClose: () => void }) {
  const [form] = Form.useForm<RenameForm>();
  const refresh = useRefreshCampaign();
  const { message } = App.useApp();
  const rename = useMutation({
    mutationFn: ({ name, shortName }: RenameForm) =>
      renameUnit(cid, unit.id, {
        version: unit.version,
        name: name.trim(),
        ...(shortName.trim() === '' ? {} : { shortName: shortName.trim() }),
      }),
    onSuccess: () => {
      void refresh(cid);
      void message.success(unitsText.renamed);
      onClose();
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const loadLatest = () => {
    rename.reset();
    void refresh(cid);
  };
  return (
    <Modal
      open
      title={unitsText.renameTitle}
      okText={appText.ok}
      cancelText={appText.cancel}
      confirmLoading={rename.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<RenameForm>
        form={form}
        layout="vertical"
        initialValues={{
          name: unit.namePending ? '' : unit.name,
          shortName: unit.namePending ? '' : unit.shortName,
        }}
        onFinish={(values) => rename.mutate(values)}
      >
        <p className="muted">{unit.name}</p>
        <Form.Item
          name="name"
          label={unitsText.name}
          rules={[{ required: true, whitespace: true, message: unitsText.nameRequired }]}
        >
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="shortName" label={`${unitsText.shortName}${appText.optional}`}>
          <Input maxLength={20} />
        </Form.Item>
        {rename.error !== null && <ProblemAlert error={rename.error} onLoadLatest={loadLatest} />}
      </Form>
    </Modal>
  );
}
