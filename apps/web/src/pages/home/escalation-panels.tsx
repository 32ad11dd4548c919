import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { fetchEscalationDesk } from '../../api/ladder.js';
import type { EscalationDesk } from '../../api/types.js';
import { CountLink } from '../../parts/count-link.js';
import { Nothing } from '../../parts/empty.js';
import { HollowList } from '../../parts/hollow-list.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { RungTag } from '../../parts/rung-tag.js';
import { taskUrl, tasksUrl } from '../../parts/task-links.js';
import { campaignKey } from '../../shell/session.js';
import { issueText, ladderText } from '../../text/ladder.js';
import { listOf, withDetail } from '../../text/wording.js';

const running = 'assigned,signed,in_progress';

function Rungs({ desk }: { desk: EscalationDesk }) {
  const late = [
    { name: ladderText.deskReceipts, count: desk.receiptsLate, to: tasksUrl({ late: 'receipt' }) },
    {
      name: ladderText.deskSupportReceipts,
      count: desk.supportReceiptsLate,
      to: tasksUrl({ late: 'support_receipt' }),
    },
    {
      name: ladderText.deskVerifications,
      count: desk.verificationsLate,
      to: tasksUrl({ late: 'verification' }),
    },
  ];
  return (
    <Panel title={ladderText.deskRungs} extra={<Link to="/ladder">{ladderText.deskLink}</Link>}>
      {desk.rungs.length === 0 && <p className="muted">{ladderText.deskRungsNone}</p>}
      <ul className="desk-list">
        {desk.rungs.map((rung) => (
          <li key={`${rung.rung}${rung.name}`}>
            <RungTag rung={rung} />
            <CountLink
              count={rung.count}
              to={tasksUrl({ rung: String(rung.rung), state: running })}
              label={rung.name}
            />
          </li>
        ))}
        {late.map(({ name, count, to }) => (
          <li key={name}>
            <span>{name}</span>
            <CountLink count={count} to={to} label={name} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Paper = EscalationDesk['papers'][number];
const tasksShown = 8;

/** A task's papers to one unit are one line, however many rungs asked for them. */
function byTask(papers: readonly Paper[]): Paper[][] {
  const groups = new Map<string, Paper[]>();
  for (const paper of papers) {
    const key = `${paper.taskId} ${paper.unitName}`;
    groups.set(key, [...(groups.get(key) ?? []), paper]);
  }
  return [...groups.values()];
}

function PaperLines({ groups }: { groups: readonly Paper[][] }) {
  return (
    <ul className="desk-list">
      {groups.map((papers) =>
        papers.slice(0, 1).map(({ id, taskId, taskNumber, taskTitle, unitName }) => (
          <li key={id}>
            <Link to={taskUrl(taskId)}>
              {taskNumber} {taskTitle}
            </Link>
            <span className="muted">
              {unitName} · {listOf(papers.map(({ kind }) => issueText[kind]))}
            </span>
          </li>
        )),
      )}
    </ul>
  );
}

function Papers({ desk }: { desk: EscalationDesk }) {
  const { papers, paperCount } = desk;
  const title = paperCount === 0 ? ladderText.deskPapers : withDetail(ladderText.deskPapers, paperCount);
  const groups = byTask(papers);
  const more = groups.slice(tasksShown);
  return (
    <Panel title={title}>
      {papers.length === 0 && <Nothing text={ladderText.deskPapersNone} />}
      <PaperLines groups={groups.slice(0, tasksShown)} />
      {more.length > 0 && (
        <details>
          <summary>{ladderText.deskPapersMore(more.length)}</summary>
          <PaperLines groups={more} />
        </details>
      )}
    </Panel>
  );
}

/** What the ladder asks of the supervision office today. */
export function EscalationPanels({ cid }: { cid: string }) {
  const desk = useQuery({
    queryKey: campaignKey(cid, 'desk', 'escalation'),
    queryFn: () => fetchEscalationDesk(cid),
  });
  return (
    <QueryView query={desk}>
      {(data) => (
        <>
          <HollowList hollow={data.hollow} lead={ladderText.hollowInForce} />
          <div className="desk-columns">
            <Rungs desk={data} />
            <Papers desk={data} />
          </div>
        </>
      )}
    </QueryView>
  );
}
