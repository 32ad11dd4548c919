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
import { withDetail } from '../../text/wording.js';

const running = 'assigned,signed,in_progress';

function Rungs({ desk }: { desk: EscalationDesk }) {
  const late = [
    { name: ladderText.deskReceipts, count: desk.receiptsLate, to: tasksUrl({ late: 'receipt' }) },
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

function Papers({ desk }: { desk: EscalationDesk }) {
  const { papers, paperCount } = desk;
  const title = paperCount === 0 ? ladderText.deskPapers : withDetail(ladderText.deskPapers, paperCount);
  return (
    <Panel title={title}>
      {papers.length === 0 ? (
        <Nothing text={ladderText.deskPapersNone} />
      ) : (
        <ul className="desk-list">
          {papers.map((paper) => (
            <li key={paper.id}>
              <Link to={taskUrl(paper.taskId)}>
                {paper.taskNumber} {paper.taskTitle}
              </Link>
              <span className="muted">
                {paper.unitName} · {issueText[paper.kind]}
              </span>
            </li>
          ))}
        </ul>
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
