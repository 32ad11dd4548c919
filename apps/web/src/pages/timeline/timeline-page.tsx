import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { useCampaign } from '../../shell/session.js';
import { timelineText } from '../../text/timeline.js';
import { CoursePanel } from './course-panel.js';
import { DeadlinesPanel } from './deadlines-panel.js';
import { PhaseCard } from './phase-card.js';
import { TimelineNav } from './timeline-nav.js';
import './timeline.css';
import { useGates, useTimeline } from './timeline.queries.js';

// While this page is open, and only then, paper is A3 across: other pages print on A4.
const paper = '@page { size: A3 landscape; margin: 10mm; }';

export function TimelinePage() {
  const campaign = useCampaign();
  const office = campaign.desk !== 'handling';
  const timeline = useTimeline(campaign.id);
  const gates = useGates(campaign.id, office);
  return (
    <div className="stack">
      <style>{paper}</style>
      <PageHead title={timelineText.title} lead={timelineText.lead}>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {timelineText.print}
        </Button>
      </PageHead>
      {office && <TimelineNav />}
      <QueryView query={timeline}>
        {(view) => (
          <>
            <div className="timeline-top">
              <Panel title={timelineText.phases}>
                <ol className="phase-cards">
                  {view.phases.map((phase) => (
                    <PhaseCard
                      key={phase.id}
                      cid={campaign.id}
                      phase={phase}
                      answers={gates.data?.items.find(({ phaseId }) => phaseId === phase.id)}
                      mayDecide={campaign.role === 'government_office'}
                    />
                  ))}
                </ol>
              </Panel>
              <DeadlinesPanel deadlines={view.nextDeadlines} today={view.today} />
            </div>
            <CoursePanel view={view} />
          </>
        )}
      </QueryView>
    </div>
  );
}
