import { Button } from 'antd';
import { useState } from 'react';
import { useCampaign } from '../../shell/session.js';
import { gapText } from '../../text/gaps.js';
import type { Gap } from './gap.js';
import { GapTasksDialog } from './gap-tasks-dialog.js';

/** For the office that assigns: from a figure below its line to tasks. */
export function GapTasksButton({ gap, primary = false }: { gap: Gap; primary?: boolean }) {
  const campaign = useCampaign();
  const [open, setOpen] = useState(false);
  if (campaign.role !== 'government_office') return null;
  return (
    <>
      <Button
        size={primary ? 'middle' : 'small'}
        type={primary ? 'primary' : 'default'}
        aria-label={gapText.makeLabel(gap.indicator)}
        onClick={() => setOpen(true)}
      >
        {gapText.make}
      </Button>
      {open && <GapTasksDialog cid={campaign.id} gap={gap} onClose={() => setOpen(false)} />}
    </>
  );
}
