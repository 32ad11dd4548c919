import { describe, expect, it } from '@jest/globals';
import { robotHostOf } from './robot-host.js';

describe('robotHostOf', () => {
  it.each([
    'http://127.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://0.0.0.0/x',
    'http://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/x',
    'https://[fd00::1]/x',
    'https://[64:ff9b::7f00:1]/x',
    'https://localhost/x',
    'https://qyapi.weixin.qq.com.evil.example/x',
    'https://qyapi.weixin.qq.com:8443/x',
    'https://qyapi.weixin.qq.com@127.0.0.1/x',
    'http://qyapi.weixin.qq.com/x',
    'https:\\\\qyapi.weixin.qq.com/x',
    'file:///etc/passwd',
  ])('T11 %s is no address of a robot', (url) => {
    expect(robotHostOf('wecom', url, ['10.0.0.8'])).toBeUndefined();
  });

  it.each([
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', 'vendor'],
    ['http://10.0.0.8/send', 'allowed'],
    ['https://10.0.0.8/send', 'allowed'],
    ['http://10.0.0.8:8080/send', undefined],
  ])('%s: %s', (url, host) => {
    expect(robotHostOf('wecom', url, ['10.0.0.8'])).toBe(host);
  });
});
