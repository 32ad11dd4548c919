import { ExperimentOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { appText } from '../text/app.js';
import { formatDate } from '../text/dates.js';
import './shell.css';

/** On every page, paper included: that the date is an exercise, and that the data is an example. */
export function Banners({ exerciseDate, demo }: { exerciseDate: string | null; demo: boolean }) {
  if (exerciseDate === null && !demo) return null;
  return (
    <aside className="banners" aria-label={appText.notices}>
      {exerciseDate !== null && (
        <div className="banner banner-exercise">
          <ExperimentOutlined aria-hidden />
          <span>{appText.exercise(formatDate(exerciseDate))}</span>
        </div>
      )}
      {demo && (
        <div className="banner banner-demo">
          <InfoCircleOutlined aria-hidden />
          <span>{appText.demo}</span>
        </div>
      )}
    </aside>
  );
}
