import type { RobotChannel } from './robots.dto.js';

const vendorHosts: Readonly<Record<RobotChannel, string>> = {
  wecom: 'qyapi.weixin.qq.com',
  dingtalk: 'oapi.dingtalk.com',
  feishu: 'open.feishu.cn',
};

export type RobotHost = 'vendor' | 'allowed';

/**
 * Whether a webhook may be called: the vendor's own host over https, or a host the machine's administrator has allowed,
 * which alone may be a private one (政务微信 on the government intranet). Hosts are compared as written, so that no other
 * spelling of an address gets through.
 * @param allowed `host` or `host:port`, from JUNHENG_ROBOT_HOSTS
 * @returns undefined when it may not
 */
export function robotHostOf(
  channel: RobotChannel,
  url: string,
  allowed: readonly string[],
): RobotHost | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, host, port, username, password } = new URL(url);
  if (username !== '' || password !== '') return undefined;
  // The parser turns 2130706433 into 127.0.0.1: what was typed must be what is called.
  if (!url.startsWith(`${protocol}//${host}`)) return undefined;
  if (protocol === 'https:' && port === '' && hostname === vendorHosts[channel]) return 'vendor';
  const listed = allowed.includes(host) || (port === '' && allowed.includes(hostname));
  return listed && (protocol === 'https:' || protocol === 'http:') ? 'allowed' : undefined;
}
