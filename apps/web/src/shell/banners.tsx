import { ExperimentOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { appText } from '../text/app.js';
import { formatDate } from '../text/dates.js';

/** On every page, paper included: that the date is an exercise, and that the data is an example. */
export function Banners({ exerciseDate, demo }: { exerciseDate: string | null; demo: boolean }) {
  return (
    <>
      {exerciseDate !== null && (
        <div className="banner banner-exercise" role="note">
          <ExperimentOutlined aria-hidden />
          <span>{appText.exercise(formatDate(exerciseDate))}</span>
        </div>
      )}
      {demo && (
        <div className="banner banner-demo" role="note">
          <InfoCircleOutlined aria-hidden />
          <span>{appText.demo}</span>
        </div>
      )}
    </>
  );
}
