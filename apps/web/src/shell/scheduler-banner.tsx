import { AlertOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { fetchSettings } from '../api/settings.js';
import { formatInstant } from '../text/dates.js';
import { settingsText } from '../text/settings.js';

const lookAgainMs = 60_000;

/** For administrators, on every page: reminders stand still because nothing wakes them. */
export function SchedulerBanner() {
  const { data } = useQuery({
    queryKey: ['settings'],
    queryFn: fetchSettings,
    refetchInterval: lookAgainMs,
  });
  if (!data?.scheduler.stale) return null;
  const { lastBeatAt } = data.scheduler;
  return (
    <div className="banner banner-alarm" role="alert">
      <AlertOutlined aria-hidden />
      <span>
        {settingsText.scheduler}
        {lastBeatAt === null
          ? settingsText.schedulerNever
          : settingsText.schedulerStale(formatInstant(lastBeatAt))}
      </span>
    </div>
  );
}
