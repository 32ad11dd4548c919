import { describe, expect, test } from '@jest/globals';
import { readConfig } from './read-config.js';
import { StartUpError } from './start-up-error.js';

const read = (environment: Record<string, string>) => readConfig(environment, '/srv/junheng');
const refusal = (environment: Record<string, string>): string => {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof StartUpError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('readConfig', () => {
  test('an empty environment is a complete configuration', () => {
    expect(read({})).toEqual({
      databaseUrl: undefined,
      port: 3000,
      host: '127.0.0.1',
      dataDirectory: '/srv/junheng/data',
      webDirectory: '/srv/junheng/dist/web',
      today: undefined,
      trustedProxies: [],
      robotHosts: [],
      example: 'xinmi',
      smtpUrl: undefined,
      mailFrom: '均衡 <junheng@localhost>',
      mailsPerMinute: undefined,
      origin: 'http://localhost:3000',
      insecureHttp: false,
      uploadBytes: 50 * 1024 * 1024,
      logLevel: 'warn',
      scheduler: true,
      test: undefined,
    });
  });

  test('blank values are as if they were not there', () => {
    expect(read({ PORT: ' ', HOST: '', JUNHENG_DATA: '  ', JUNHENG_TODAY: '' })).toEqual(read({}));
  });

  test('the address in mails follows the port, unless one is given', () => {
    expect(read({ PORT: '8080' }).origin).toBe('http://localhost:8080');
    expect(read({ PORT: '8080', JUNHENG_ORIGIN: 'https://jh.example.gov.cn/' }).origin).toBe(
      'https://jh.example.gov.cn',
    );
  });

  test('all bad values are told at once, each with what it should be', () => {
    const bad = {
      DATABASE_URL: 'mysql://localhost/junheng',
      PORT: '70000',
      HOST: '本机',
      JUNHENG_TODAY: '2022-02-30',
      JUNHENG_EXAMPLE: 'zhengzhou',
      SMTP_URL: 'mail.example.gov.cn',
      MAIL_FROM: '均衡',
      SMTP_RATE: '0',
      JUNHENG_ORIGIN: 'http://localhost:3000/junheng',
      JUNHENG_INSECURE_HTTP: 'yes',
      JUNHENG_UPLOAD_MB: '0',
      JUNHENG_ROBOT_HOSTS: 'http://x/',
      LOG_LEVEL: 'loud',
      JUNHENG_SCHEDULER: 'sometimes',
    };
    const lines = refusal(bad).split('\n');
    expect(lines[0]).toBe('环境变量有 14 处错误：');
    const named = lines.slice(1).map((line) => line.trim().split(' ')[0]);
    expect(named.toSorted()).toEqual(Object.keys(bad).toSorted());
    for (const line of lines.slice(1)) expect(line).toMatch(/的值“.+”无效：应为.+。$/);
  });

  test.each(['DATABASE_URL', 'SMTP_URL'])('a bad %s is told without its password', (name) => {
    const told = refusal({ [name]: 'gopher://junheng:S3cret@db.example.gov.cn/x' });
    expect(told).toContain('db.example.gov.cn');
    expect(told).not.toContain('S3cret');
  });

  test.each([
    ['postgres://junheng@localhost/junheng', true],
    ['postgresql://u:p@10.0.0.5:5433/jh?sslmode=require', true],
    // A Unix socket: the host stands in the query.
    ['postgres:///junheng?host=/var/run/postgresql', true],
    ['postgres://localhost', false],
    ['junheng', false],
  ])('DATABASE_URL %s: %p', (url, good) => {
    if (good) expect(read({ DATABASE_URL: url }).databaseUrl).toBe(url);
    else expect(refusal({ DATABASE_URL: url })).toContain('DATABASE_URL');
  });

  test.each(['-1', '3000.5', '0x10', '65536', '1e3', '３０００'])('PORT %s is no port', (port) => {
    expect(refusal({ PORT: port })).toContain('PORT');
  });

  test('port 0 lets the system choose', () => {
    expect(read({ PORT: '0' }).port).toBe(0);
  });

  test.each([
    ['1', true],
    ['on', true],
    ['true', true],
    ['0', false],
    ['off', false],
    ['false', false],
  ])('a switch says %s: %p', (text, value) => {
    expect(read({ JUNHENG_INSECURE_HTTP: text, JUNHENG_SCHEDULER: text })).toMatchObject({
      insecureHttp: value,
      scheduler: value,
    });
  });

  test('a sender with a line break in it is no sender', () => {
    expect(refusal({ MAIL_FROM: 'a@b.cn\r\nBcc: c@d.cn' })).toContain('MAIL_FROM');
  });

  test('the clock and the faults of tests count only where NODE_ENV says test', () => {
    const environment = { JUNHENG_TEST_CLOCK: 'clock-file', FAULT: 'before-commit:1:kill9' };
    expect(read({ ...environment, NODE_ENV: 'production' }).test).toBeUndefined();
    expect(read(environment).test).toBeUndefined();
    expect(read({ ...environment, NODE_ENV: 'test' }).test).toEqual({
      clockFile: 'clock-file',
      fault: 'before-commit:1:kill9',
    });
  });
});
