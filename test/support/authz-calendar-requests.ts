import { campaign, type Prepare } from './authz-request.js';

const notice = {
  format: 'typed',
  year: 2031,
  notice: '国办发明电〔2030〕1号',
  off: [{ name: '元旦', from: '2031-01-01', to: '2031-01-01' }],
};
const local = {
  ...notice,
  level: 'county',
  notice: '测试通知',
  off: [{ name: '停工', from: '2031-03-03', to: '2031-03-03' }],
};

/** What is confirmed is what was previewed just before. */
const confirmed =
  (who: 'admin' | 'office', path: string, body: object): Prepare =>
  async ({ scene }) => {
    const preview = await scene.call<{ fingerprint: string }>(who, 'POST', `${path}/preview`, { body });
    return { body: { ...body, fingerprint: preview.body.fingerprint } };
  };

/** What the routes of the calendar need beyond the ids in their paths. */
export const calendarRequests: Readonly<Record<string, Prepare>> = {
  'GET /api/v1/calendar/{year}': () => ({ parameters: { year: '2022' } }),
  'POST /api/v1/calendar/preview': () => ({ body: notice }),
  'POST /api/v1/calendar': confirmed('admin', '/api/v1/calendar', notice),
  [`POST ${campaign}/calendar/local-days/preview`]: () => ({ body: local }),
  [`POST ${campaign}/calendar/local-days`]: confirmed('office', 'calendar/local-days', local),
};
