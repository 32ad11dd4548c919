import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { dismissPreset, fetchPresets } from '../../api/recurring.js';
import type { RecurringPreset } from '../../api/types.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { appText } from '../../text/app.js';
import { recurringText } from '../../text/recurring.js';

function Hint({ cid, preset }: { cid: string; preset: RecurringPreset }) {
  const queryClient = useQueryClient();
  const dismiss = useMutation({
    mutationFn: () => dismissPreset(cid, preset.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['recurring', cid] }),
  });
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={
          <>
            {recurringText.notAdopted(preset.name)}{' '}
            <Link to="/recurring" className="link-in-text">
              {recurringText.adopt}
            </Link>
          </>
        }
        action={
          <Popconfirm
            title={recurringText.dismissTitle(preset.name)}
            description={recurringText.dismissHint}
            okText={recurringText.dismiss}
            cancelText={appText.cancel}
            onConfirm={() => dismiss.mutateAsync().catch(() => undefined)}
          >
            <Button type="link" size="small" aria-label={recurringText.dismissLabel(preset.name)}>
              {recurringText.dismiss}
            </Button>
          </Popconfirm>
        }
      />
      {dismiss.error !== null && <ProblemAlert error={dismiss.error} />}
    </>
  );
}

/** Reports that nobody is reminded of, because no rule asks for them, until the office decides either way. */
export function PresetsOnDesk({ cid }: { cid: string }) {
  const presets = useQuery({ queryKey: ['recurring', cid, 'presets'], queryFn: () => fetchPresets(cid) });
  const open = (presets.data?.items ?? []).filter((preset) => preset.open && preset.rules.length > 0);
  return open.map((preset) => <Hint key={preset.id} cid={cid} preset={preset} />);
}
