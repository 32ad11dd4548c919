import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { taskWorkbookUrl } from '../../api/tasks.js';
import type { TaskPage } from '../../api/types.js';
import { Nothing } from '../../parts/empty.js';
import { PageHead } from '../../parts/page-head.js';
import { QueryView } from '../../parts/query-view.js';
import { StandingLegend } from '../../parts/standing-tag.js';
import { allTaskColumns, TaskTable, type TaskColumn } from '../../parts/task-table.js';
import { useNarrow } from '../../parts/use-narrow.js';
import { useCampaign } from '../../shell/session.js';
import { appText } from '../../text/app.js';
import { tasksText } from '../../text/tasks.js';
import { ColumnPicker, useTaskColumns } from './column-picker.js';
import { tasksPageSize, useTaskFilter, type SortField, type TaskFilterControl } from './task-filter.js';
import { TaskFilters } from './task-filters.js';
import './tasks.css';
import { useTasks } from './tasks.queries.js';

const sortFields: Partial<Record<TaskColumn, SortField>> = {
  number: 'number',
  leadUnit: 'unit',
  due: 'due',
  progress: 'updated',
};

/** A list of receipts that are missing shows whose, whichever columns the reader keeps otherwise. */
function columnsOf({ filter }: TaskFilterControl, chosen: readonly TaskColumn[]): readonly TaskColumn[] {
  const { part, late = [] } = filter;
  const ofReceipts =
    part === 'support_to_sign' || part === 'support_sign_late' || late.includes('support_receipt');
  return ofReceipts
    ? allTaskColumns.filter((column) => column === 'supportReceipt' || chosen.includes(column))
    : chosen;
}

const orders = { asc: 'ascend', desc: 'descend' } as const;

function orderOf(control: TaskFilterControl, column: TaskColumn) {
  const field = sortFields[column];
  if (field === undefined) return undefined;
  return control.filter.sort === field ? orders[control.filter.order ?? 'asc'] : null;
}

function Pager({ page, control }: { page: TaskPage; control: TaskFilterControl }) {
  const from = control.pagesBefore === null ? null : control.pagesBefore * tasksPageSize + 1;
  const shown = page.items.length;
  const next = page.next;
  const first = control.search.get('after') === null;
  if (shown === 0) return null;
  return (
    <nav className="row pager no-print" aria-label={appText.total(page.total)}>
      <span>
        {from === null
          ? tasksText.pageUnknown(shown, page.total)
          : tasksText.page(from, from + shown - 1, page.total)}
      </span>
      {!first && (
        <>
          <Button size="small" onClick={control.toFirst}>
            {tasksText.first}
          </Button>
          <Button size="small" disabled={control.pagesBefore === null} onClick={control.toPrevious}>
            {tasksText.previous}
          </Button>
        </>
      )}
      {next !== null && (
        <Button size="small" onClick={() => control.toNext(next)}>
          {tasksText.next}
        </Button>
      )}
    </nav>
  );
}

export function TasksPage() {
  const campaign = useCampaign();
  const control = useTaskFilter();
  const picker = useTaskColumns();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const tasks = useTasks(campaign.id, control.filter);
  return (
    <>
      <PageHead
        title={tasksText.title}
        {...(tasks.data === undefined ? {} : { lead: appText.total(tasks.data.total) })}
      >
        {!narrow && <ColumnPicker {...picker} />}
        <Button icon={<DownloadOutlined />} href={taskWorkbookUrl(campaign.id, control.filter)} download>
          {tasksText.workbook}
        </Button>
        {campaign.desk === 'assigning' && (
          <>
            <Button icon={<PlusOutlined />} onClick={() => void navigate('/tasks/new')}>
              {tasksText.newTask}
            </Button>
            <Button type="primary" onClick={() => void navigate('/tasks/batch')}>
              {tasksText.batch}
            </Button>
          </>
        )}
      </PageHead>
      <TaskFilters control={control} campaign={campaign} />
      <QueryView query={tasks}>
        {(page) => (
          <>
            <div className={narrow ? '' : 'panel task-list-panel'}>
              <TaskTable
                tasks={page.items}
                columns={columnsOf(control, picker.columns)}
                label={tasksText.list}
                sortOf={(column) => orderOf(control, column)}
                onSort={(column, order) =>
                  control.change({ sort: sortFields[column], order: order === 'descend' ? 'desc' : 'asc' })
                }
                sticky
                loading={tasks.isPlaceholderData}
                empty={<Nothing text={tasksText.empty} next={tasksText.emptyNext} />}
              />
            </div>
            <Pager page={page} control={control} />
          </>
        )}
      </QueryView>
      <StandingLegend />
    </>
  );
}
