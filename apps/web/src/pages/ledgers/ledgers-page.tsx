import { UploadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { EntryFilter, LedgerOverview, LedgerState } from '../../api/types.js';
import { CountLink } from '../../parts/count-link.js';
import { entriesUrl } from '../../parts/ledger-links.js';
import { PageHead } from '../../parts/page-head.js';
import { Panel } from '../../parts/panel.js';
import { QueryView } from '../../parts/query-view.js';
import { useCampaign } from '../../shell/session.js';
import { formatDate, formatDateShort } from '../../text/dates.js';
import { ledgersText } from '../../text/ledgers.js';
import { useMayImport } from '../indicators/use-may-import.js';
import { BurnDownChart } from './burn-down-chart.js';
import { LedgerLegend } from './ledger-legend.js';
import './ledgers.css';
import { useBurnDown, useLedgers, useLedgerSummary } from './ledgers.queries.js';
import { TargetTable } from './target-table.js';

type CountName = keyof typeof ledgersText.counts;

/** Each number with the list it counts. */
const counted: readonly { name: CountName; filter: EntryFilter; tone?: string }[] = [
  { name: 'opened', filter: {} },
  { name: 'remaining', filter: { standing: 'remaining' } },
  { name: 'applied', filter: { state: ['applied'] } },
  { name: 'unit_closed', filter: { state: ['unit_closed'] } },
  { name: 'closed', filter: { standing: 'solved' }, tone: 'closed' },
  { name: 'relapsed', filter: { relapsed: 'true' }, tone: 'overdue' },
  { name: 'contradicted', filter: { contradicted: 'true' }, tone: 'overdue' },
  { name: 'late', filter: { late: 'true' }, tone: 'overdue' },
];

function countOf({ numbers, states }: LedgerOverview, name: CountName): number {
  if (name in numbers) return numbers[name as keyof typeof numbers];
  return states.find(({ state }) => state === (name as LedgerState))?.count ?? 0;
}

function Countdown({ ledger }: { ledger: LedgerOverview }) {
  if (ledger.wantedOn === null) return null;
  return (
    <span>
      {ledgersText.wanted(formatDateShort(ledger.wantedOn))}
      {ledger.daysLeft !== null && <strong> {ledgersText.daysLeft(ledger.daysLeft)}</strong>}
    </span>
  );
}

function Card({ ledger }: { ledger: LedgerOverview }) {
  return (
    <Panel title={ledger.name} extra={<Link to={entriesUrl(ledger.kind)}>{ledgersText.seeList}</Link>}>
      <dl className="ledger-numbers">
        {counted.map(({ name, filter, tone }) => (
          <div key={name}>
            <dt>{ledgersText.counts[name]}</dt>
            <dd>
              <CountLink
                count={countOf(ledger, name)}
                to={entriesUrl(ledger.kind, filter)}
                label={`${ledger.name} ${ledgersText.counts[name]}`}
                {...(tone === undefined ? {} : { tone })}
              />
            </dd>
          </div>
        ))}
      </dl>
      <div className="row muted ledger-foot">
        {ledger.dataAsOf !== null && <span>{ledgersText.asOf(formatDateShort(ledger.dataAsOf))}</span>}
        <Countdown ledger={ledger} />
      </div>
    </Panel>
  );
}

const categoryOf = { aboveStandard: 'above_standard', large: 'large', oversize: 'oversize' } as const;

/** Behind each count stand as many entries as the census has classes; a unit, which sees only its own, gets no link. */
function ClassCountsPanel({ ledgers }: { ledgers: readonly LedgerOverview[] }) {
  const seesAll = useCampaign().desk !== 'handling';
  const ledger = ledgers.find(({ counts }) => counts !== null);
  if (!ledger?.counts) return null;
  const { counts } = ledger;
  return (
    <Panel
      title={ledgersText.classCounts}
      extra={
        <span className="muted">
          {ledger.dataAsOf !== null && `${ledgersText.asOf(formatDate(ledger.dataAsOf))} · `}
          {ledgersText.classCountsHint}
        </span>
      }
    >
      <dl className="ledger-numbers">
        {(['classes', 'aboveStandard', 'large', 'oversize'] as const).map((name) => (
          <div key={name}>
            <dt>{ledgersText[name]}</dt>
            <dd>
              {name === 'classes' || !seesAll ? (
                counts[name]
              ) : (
                <CountLink
                  count={counts[name]}
                  to={entriesUrl(ledger.kind, { category: categoryOf[name] })}
                  label={ledgersText[name]}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Course({ ledgers }: { ledgers: readonly LedgerOverview[] }) {
  const campaign = useCampaign();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('kind');
  const usual = ledgers.find(({ kind }) => kind === 'large_class') ?? ledgers[0];
  const kind = (ledgers.find((one) => one.kind === chosen) ?? usual)?.kind ?? '';
  const burnDown = useBurnDown(campaign.id, kind);
  const summary = useLedgerSummary(campaign.id, kind);
  return (
    <Panel
      title={ledgersText.burnDown}
      extra={
        <Select
          size="small"
          className="filter-unit"
          aria-label={ledgersText.choose}
          value={kind}
          options={ledgers.map((one) => ({ value: one.kind, label: one.name }))}
          onChange={(value) => setSearch({ kind: value })}
        />
      }
    >
      <div className="stack">
        <QueryView query={burnDown}>{(data) => <BurnDownChart burnDown={data} />}</QueryView>
        <QueryView query={summary}>
          {(data) => <TargetTable key={kind} campaign={campaign} kind={kind} targets={data.targets} />}
        </QueryView>
      </div>
    </Panel>
  );
}

export function LedgersPage() {
  const campaign = useCampaign();
  const ledgers = useLedgers(campaign.id);
  const mayImport = useMayImport();
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={ledgersText.title} lead={ledgersText.lead}>
        {mayImport && (
          <Button icon={<UploadOutlined />} onClick={() => void navigate('/ledgers/import-classes')}>
            {ledgersText.importClasses}
          </Button>
        )}
      </PageHead>
      <QueryView query={ledgers}>
        {(data) => (
          <>
            <ClassCountsPanel ledgers={data} />
            <div className="ledger-cards">
              {data.map((ledger) => (
                <Card key={ledger.kind} ledger={ledger} />
              ))}
            </div>
            {data.length > 0 && <Course ledgers={data} />}
          </>
        )}
      </QueryView>
      <LedgerLegend />
    </>
  );
}
