import { Spin } from 'antd';
import { appText } from '../text/app.js';

export function Loading() {
  return (
    <div role="status" style={{ padding: 48, textAlign: 'center' }}>
      <Spin />
      <span className="visually-hidden">{appText.loading}</span>
    </div>
  );
}
