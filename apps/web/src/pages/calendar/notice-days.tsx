import { Button, DatePicker, Form, Input } from 'antd';
import { calendarText } from '../../text/calendar.js';

const needed = [{ required: true, message: calendarText.required }];

/** The two lists of a notice: stretches off, and weekend days that are worked. */
export function NoticeDays() {
  return (
    <>
      <h3>{calendarText.offRanges}</h3>
      <Form.List name="off">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="notice-rows">
                <Form.Item name={[row.name, 'name']} rules={needed}>
                  <Input placeholder={calendarText.name} aria-label={calendarText.name} maxLength={20} />
                </Form.Item>
                <Form.Item name={[row.name, 'range']} rules={needed}>
                  <DatePicker.RangePicker aria-label={calendarText.range} />
                </Form.Item>
                <Button onClick={() => remove(row.name)}>{calendarText.remove}</Button>
              </div>
            ))}
            <Button onClick={() => add()}>{calendarText.addRange}</Button>
          </>
        )}
      </Form.List>
      <h3>{calendarText.makeUps}</h3>
      <Form.List name="work">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="notice-rows">
                <Form.Item name={[row.name, 'name']} rules={needed}>
                  <Input placeholder={calendarText.name} aria-label={calendarText.name} maxLength={20} />
                </Form.Item>
                <Form.Item name={[row.name, 'date']} rules={needed}>
                  <DatePicker aria-label={calendarText.day} />
                </Form.Item>
                <Button onClick={() => remove(row.name)}>{calendarText.remove}</Button>
              </div>
            ))}
            <Button onClick={() => add()}>{calendarText.addDay}</Button>
          </>
        )}
      </Form.List>
      <p />
    </>
  );
}
