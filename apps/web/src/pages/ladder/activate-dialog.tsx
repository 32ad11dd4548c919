import { App, Modal } from 'antd';
import { Link } from 'react-router';
import type { LadderPreview, LadderVersionRow } from '../../api/types.js';
import { HollowList } from '../../parts/hollow-list.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { QueryView } from '../../parts/query-view.js';
import { appText } from '../../text/app.js';
import { formatDate, formatDateShort } from '../../text/dates.js';
import { ladderText } from '../../text/ladder.js';
import { simulationText } from '../../text/simulation.js';
import { labelled, listOf } from '../../text/wording.js';
import { useActivateLadder, useLadderPreview } from './ladder-queries.js';
import { useSimulations } from './simulation/simulation.queries.js';

type Day = LadderPreview['days'][number];
const rungsOf = (day: Day): string =>
  listOf(day.rungs.map(({ name, count }) => ladderText.previewRung(name, count)));

function Preview({ days }: { days: LadderPreview['days'] }) {
  const [first, ...later] = days;
  const busy = later.filter((day) => day.rungs.length > 0);
  if (first === undefined || (first.rungs.length === 0 && busy.length === 0))
    return <p>{ladderText.previewQuiet}</p>;
  return (
    <>
      <p>
        <strong>
          {first.rungs.length === 0
            ? ladderText.previewFirstQuiet
            : ladderText.previewFirst(rungsOf(first), first.people)}
        </strong>
      </p>
      {busy.length > 0 && (
        <>
          <p className="muted">{ladderText.previewLater}</p>
          <ul className="preview-days">
            {busy.map((day) => (
              <li key={day.date}>{ladderText.preview(formatDate(day.date), rungsOf(day), day.people)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What the last simulation of this version came to, or the way to one. */
function TriedOut({ cid, version }: { cid: string; version: LadderVersionRow }) {
  const simulations = useSimulations(cid);
  const last = simulations.data?.items.find(
    (one) => one.ladderVersionId === version.id && one.state !== 'failed',
  );
  if (last === undefined) {
    return (
      <p>
        {simulationText.notTried}{' '}
        <Link to={`/ladder/simulations?version=${version.id}`}>{simulationText.try}</Link>
      </p>
    );
  }
  const span = simulationText.last(formatDateShort(last.from), formatDateShort(last.to));
  const outcome =
    last.messages === null || last.papers === null
      ? simulationText.states[last.state]
      : simulationText.short(last.messages, last.papers);
  return (
    <p>
      {labelled(span, outcome)}{' '}
      <Link to={`/ladder/simulations?run=${last.id}&version=${version.id}`}>{simulationText.open}</Link>
    </p>
  );
}

/** Before a version is activated: what it would do with the tasks as they are, and where it reaches nobody. */
export function ActivateDialog({
  cid,
  version,
  onClose,
}: {
  cid: string;
  version: LadderVersionRow;
  onClose: () => void;
}) {
  const preview = useLadderPreview(cid, version.id);
  const activate = useActivateLadder(cid);
  const { message } = App.useApp();
  const blocked = preview.data === undefined || preview.data.hollow.some((one) => one.blocks);
  const confirm = () =>
    activate.mutate(version.id, {
      onSuccess: () => {
        void message.success(ladderText.activated);
        onClose();
      },
    });
  return (
    <Modal
      open
      width={680}
      title={ladderText.activateTitle(version.number)}
      okText={ladderText.activateOk}
      cancelText={appText.cancel}
      confirmLoading={activate.isPending}
      okButtonProps={{ disabled: blocked }}
      onOk={confirm}
      onCancel={onClose}
    >
      <div className="stack">
        {activate.error !== null && <ProblemAlert error={activate.error} />}
        <QueryView query={preview}>
          {(data) => (
            <>
              <HollowList hollow={data.hollow} lead={ladderText.hollow} />
              <Preview days={data.days} />
              <TriedOut cid={cid} version={version} />
            </>
          )}
        </QueryView>
      </div>
    </Modal>
  );
}
