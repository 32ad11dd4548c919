import { Button, DatePicker, Form, Input } from 'antd';
import { calendarText } from '../../text/calendar.js';
import { localCalendarText } from '../../text/local-calendar.js';

const needed = [{ required: true, message: calendarText.required }];

/** A local day may rest on another notice than the one named above. */
function OwnNotice({ row }: { row: number }) {
  return (
    <Form.Item name={[row, 'notice']}>
      <Input
        placeholder={localCalendarText.ownNotice}
        aria-label={localCalendarText.ownNotice}
        maxLength={100}
      />
    </Form.Item>
  );
}

/** The two lists of a notice: stretches off, and days that are worked. */
export function NoticeDays({ local }: { local: boolean }) {
  const name = local ? localCalendarText.namePlaceholder : calendarText.name;
  return (
    <div className="notice-days">
      <h3>{calendarText.offRanges}</h3>
      <Form.List name="off">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="notice-rows">
                <Form.Item name={[row.name, 'name']} rules={needed}>
                  <Input placeholder={name} aria-label={name} maxLength={20} />
                </Form.Item>
                <Form.Item name={[row.name, 'range']} rules={needed}>
                  <DatePicker.RangePicker aria-label={calendarText.range} />
                </Form.Item>
                {local && <OwnNotice row={row.name} />}
                <Button onClick={() => remove(row.name)}>{calendarText.remove}</Button>
              </div>
            ))}
            <Button onClick={() => add()}>{calendarText.addRange}</Button>
          </>
        )}
      </Form.List>
      <h3>{local ? localCalendarText.works : calendarText.makeUps}</h3>
      <Form.List name="work">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="notice-rows">
                <Form.Item name={[row.name, 'name']} rules={needed}>
                  <Input placeholder={name} aria-label={name} maxLength={20} />
                </Form.Item>
                <Form.Item name={[row.name, 'date']} rules={needed}>
                  <DatePicker aria-label={calendarText.day} />
                </Form.Item>
                {local && <OwnNotice row={row.name} />}
                <Button onClick={() => remove(row.name)}>{calendarText.remove}</Button>
              </div>
            ))}
            <Button onClick={() => add()}>{calendarText.addDay}</Button>
          </>
        )}
      </Form.List>
    </div>
  );
}
