import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readRobotAnswer, robotRequest } from './robot-request.js';

const nowMs = 1_663_203_600_000;
const url = 'https://example.gov.cn/send?key=k';

describe('robotRequest', () => {
  it('signs the address for 钉钉', () => {
    const request = robotRequest({ channel: 'dingtalk', url, secret: 'SEC' }, '好', nowMs);
    const sign = createHmac('sha256', 'SEC').update(`${nowMs}\nSEC`).digest('base64');
    expect(request.url).toBe(`${url}&timestamp=${nowMs}&sign=${encodeURIComponent(sign)}`);
    expect(JSON.parse(request.body)).toEqual({ msgtype: 'text', text: { content: '好' } });
  });

  it('signs the body for 飞书, in seconds', () => {
    const request = robotRequest({ channel: 'feishu', url, secret: 'SEC' }, '好', nowMs);
    const sign = createHmac('sha256', '1663203600\nSEC').update('').digest('base64');
    expect(request.url).toBe(url);
    const content = { text: '好' };
    expect(JSON.parse(request.body)).toEqual({ timestamp: '1663203600', sign, msg_type: 'text', content });
  });

  it('leaves the address of 企业微信 as it is', () => {
    expect(robotRequest({ channel: 'wecom', url, secret: null }, '好', nowMs).url).toBe(url);
  });
});

describe('readRobotAnswer', () => {
  it.each([
    [200, '{"errcode":0,"errmsg":"ok"}', undefined],
    [200, '{"code":0,"msg":"success"}', undefined],
    [200, '{"errcode":310000,"errmsg":"sign not match"}', '对方拒收（310000）：sign not match'],
    [200, '<html>', '对方的回答读不懂'],
    [302, '', '对方回答 HTTP 302'],
  ])('%d %s → %s', (status, body, reason) => {
    expect(readRobotAnswer(status, body)).toBe(reason);
  });
});
