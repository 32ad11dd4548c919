import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { isCivilDate } from '#kernel';
import { type LogLevel, logLevels, type ServerConfig } from './server-config.js';
import { StartUpError } from './start-up-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Environment → typed config. All bad values are reported at once, each in one line.
 * @throws StartUpError naming every bad variable
 */
export function readConfig(environment: Environment, workingDirectory: string): ServerConfig {
  const faults: string[] = [];
  const read = readerOf(environment, faults);
  const port = read('PORT', 3000, parsePort, ' 0 到 65535 之间的整数');
  const config: ServerConfig = {
    databaseUrl: read('DATABASE_URL', undefined, parseDatabaseUrl, ' postgres://用户:密码@主机:端口/库名'),
    port,
    host: read('HOST', '127.0.0.1', parseHost, '本机的一个地址，如 127.0.0.1 或 0.0.0.0'),
    dataDirectory: resolve(workingDirectory, environment['JUNHENG_DATA']?.trim() || 'data'),
    webDirectory: resolve(workingDirectory, environment['JUNHENG_WEB']?.trim() || 'dist/web'),
    today: read(
      'JUNHENG_TODAY',
      undefined,
      (text) => (isCivilDate(text) ? text : undefined),
      '真实日期，形如 2022-06-30',
    ),
    example: read('JUNHENG_EXAMPLE', 'xinmi', oneOf(['xinmi', 'none'] as const), ' xinmi 或 none'),
    standardsDirectory: folderOf(environment['JUNHENG_STANDARDS'], workingDirectory),
    smtpUrl: read('SMTP_URL', undefined, parseSmtpUrl, ' smtp://用户:密码@主机:端口 或 smtps://…'),
    mailFrom: read(
      'MAIL_FROM',
      '均衡 <junheng@localhost>',
      parseMailFrom,
      '发件地址，如 均衡 <junheng@example.gov.cn>',
    ),
    mailsPerMinute: read('SMTP_RATE', undefined, parseRate, ' 1 到 6000 之间的整数'),
    origin: read(
      'JUNHENG_ORIGIN',
      `http://localhost:${port}`,
      parseOrigin,
      ' http:// 或 https:// 开头的网址，不带路径',
    ),
    insecureHttp: read('JUNHENG_INSECURE_HTTP', false, parseSwitch, ' 1 或 0'),
    trustedProxies: read(
      'JUNHENG_TRUST_PROXY',
      [],
      parseProxies,
      '反向代理的地址或网段，逗号分隔，如 127.0.0.1,10.0.0.0/8',
    ),
    robotHosts: read(
      'JUNHENG_ROBOT_HOSTS',
      [],
      parseHosts,
      '群机器人所在的主机，逗号分隔，如 wx.example.gov.cn 或 10.0.0.8:8080',
    ),
    uploadBytes: read('JUNHENG_UPLOAD_MB', 50, parseMegabytes, ' 1 到 1024 之间的整数') * 1024 * 1024,
    logLevel: read('LOG_LEVEL', 'warn' as LogLevel, oneOf(logLevels), logLevels.join('、')),
    scheduler: read('JUNHENG_SCHEDULER', true, parseSwitch, ' on 或 off'),
    test:
      environment['NODE_ENV'] === 'test'
        ? { clockFile: environment['JUNHENG_TEST_CLOCK'], fault: environment['FAULT'] }
        : undefined,
  };
  if (faults.length > 0)
    throw new StartUpError(`环境变量有 ${faults.length} 处错误：\n  ${faults.join('\n  ')}`);
  return config;
}

/** Reads one variable after the other, and notes what is wrong with each. */
function readerOf(environment: Environment, faults: string[]) {
  return <T>(name: string, fallback: T, parse: (text: string) => T | undefined, expected: string): T => {
    const text = environment[name]?.trim();
    if (!text) return fallback;
    const value = parse(text);
    if (value === undefined) faults.push(`${name} 的值“${shown(name, text)}”无效：应为${expected}。`);
    return value ?? fallback;
  };
}

/** Addresses with a password in them are not repeated on the screen. */
function shown(name: string, text: string): string {
  return name === 'DATABASE_URL' || name === 'SMTP_URL' ? text.replace(/\/\/[^@]*@/, '//***@') : text;
}

function oneOf<const T extends readonly string[]>(allowed: T): (text: string) => T[number] | undefined {
  return (text) => allowed.find((value) => value === text);
}

function folderOf(text: string | undefined, workingDirectory: string): string | undefined {
  const folder = text?.trim();
  return folder ? resolve(workingDirectory, folder) : undefined;
}

function parsePort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function parseMegabytes(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1024 ? Number(text) : undefined;
}

function parseRate(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 6000 ? Number(text) : undefined;
}

function parseSwitch(text: string): boolean | undefined {
  if (['1', 'on', 'true'].includes(text)) return true;
  return ['0', 'off', 'false'].includes(text) ? false : undefined;
}

function parseHost(text: string): string | undefined {
  return /^[A-Za-z0-9.:_-]+$/.test(text) ? text : undefined;
}

function parseHosts(text: string): readonly string[] | undefined {
  const hosts = text.split(',').map((one) => one.trim().toLowerCase());
  return hosts.every((one) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(one)) ? hosts : undefined;
}

function parseProxies(text: string): readonly string[] | undefined {
  const addresses = text.split(',').map((one) => one.trim());
  const valid = addresses.every((one) => {
    const [address = '', bits, more] = one.split('/');
    return isIP(address) !== 0 && more === undefined && (bits === undefined || /^\d{1,3}$/.test(bits));
  });
  return valid ? addresses : undefined;
}

function parseMailFrom(text: string): string | undefined {
  return /^(?:[^<>\r\n]*<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/.test(text) ? text : undefined;
}

function parseUrl(text: string, protocols: readonly string[]): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && protocols.includes(url.protocol) && url.hostname !== '' ? url : undefined;
}

function parseDatabaseUrl(text: string): string | undefined {
  // Unix-socket URLs carry the host in the query, so the host part may be empty.
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1
    ? text
    : undefined;
}

function parseSmtpUrl(text: string): string | undefined {
  return parseUrl(text, ['smtp:', 'smtps:']) && text;
}

function parseOrigin(text: string): string | undefined {
  const url = parseUrl(text, ['http:', 'https:']);
  return url && url.origin === text.replace(/\/$/, '') ? url.origin : undefined;
}
