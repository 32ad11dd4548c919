import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import { setExerciseDate } from '../../api/settings.js';
import type { SettingsView } from '../../api/types.js';
import { Panel } from '../../parts/panel.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { formatDate, formatInstant } from '../../text/dates.js';
import { settingsText } from '../../text/settings.js';

export function ExercisePanel({ settings }: { settings: SettingsView }) {
  const id = useId();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [date, setDate] = useState<Dayjs | null>(
    settings.exerciseDate === null ? null : dayjs(settings.exerciseDate),
  );
  const change = useMutation({
    mutationFn: setExerciseDate,
    onSuccess: (view) => {
      setDate(view.exerciseDate === null ? null : dayjs(view.exerciseDate));
      void message.success(settingsText.exerciseChanged);
      // Today itself moved: everything shown so far may be wrong.
      void queryClient.invalidateQueries();
    },
  });
  const asked = date?.format('YYYY-MM-DD') ?? null;
  return (
    <Panel title={settingsText.exercise}>
      <p className="muted">{settingsText.exerciseLead}</p>
      <p>
        <strong>
          {settings.exerciseDate === null
            ? settingsText.exerciseOff
            : settingsText.exerciseOn(formatDate(settings.exerciseDate))}
        </strong>{' '}
        <span className="muted">
          {settingsText.businessNow} {formatInstant(settings.businessNow)}
        </span>
      </p>
      {settings.exerciseFixed ? (
        <p className="settings-warn">{settingsText.exerciseFixed}</p>
      ) : (
        <div className="row">
          <label htmlFor={id}>{settingsText.exerciseDate}</label>
          <DatePicker id={id} value={date} onChange={setDate} />
          <Button
            type="primary"
            loading={change.isPending && change.variables !== null}
            disabled={asked === null || asked === settings.exerciseDate || change.isPending}
            onClick={() => change.mutate(asked)}
          >
            {settingsText.exerciseSet}
          </Button>
          {settings.exerciseDate !== null && (
            <Button
              loading={change.isPending && change.variables === null}
              disabled={change.isPending}
              onClick={() => change.mutate(null)}
            >
              {settingsText.exerciseEnd}
            </Button>
          )}
        </div>
      )}
      {change.error !== null && <ProblemAlert error={change.error} />}
    </Panel>
  );
}
