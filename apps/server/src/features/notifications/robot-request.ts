import { createHmac } from 'node:crypto';
import type { RobotChannel } from './robots.dto.js';

export interface RobotAddress {
  readonly channel: RobotChannel;
  readonly url: string;
  readonly secret: string | null;
}

export interface RobotRequest {
  readonly url: string;
  readonly body: string;
}

/** What is posted into the group, signed as the vendor asks: 企业微信 has its key in the address, 钉钉 signs the address, 飞书 the body. */
export function robotRequest(
  { channel, url, secret }: RobotAddress,
  text: string,
  nowMs: number,
): RobotRequest {
  if (channel === 'feishu') {
    const timestamp = String(Math.floor(nowMs / 1000));
    const signed = secret === null ? {} : { timestamp, sign: sign(`${timestamp}\n${secret}`, '') };
    return { url, body: JSON.stringify({ ...signed, msg_type: 'text', content: { text } }) };
  }
  const body = JSON.stringify({ msgtype: 'text', text: { content: text } });
  if (channel === 'wecom' || secret === null) return { url, body };
  const signedUrl = new URL(url);
  signedUrl.searchParams.set('timestamp', String(nowMs));
  signedUrl.searchParams.set('sign', sign(secret, `${nowMs}\n${secret}`));
  return { url: signedUrl.href, body };
}

function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}

/** What the vendors take at most, in bytes; 企业微信 says 2048 for text, the others far more. */
export const longestText: Readonly<Record<RobotChannel, number>> = {
  wecom: 2048,
  dingtalk: 15_000,
  feishu: 15_000,
};

/**
 * Reads the answer: HTTP 200 alone means nothing, the code inside counts.
 * @returns undefined when the group has the message, otherwise why not
 */
export function readRobotAnswer(status: number, body: string): string | undefined {
  if (status !== 200) return `对方回答 HTTP ${status}`;
  try {
    const answer = JSON.parse(body) as Record<string, unknown>;
    const code = answer['errcode'] ?? answer['code'] ?? answer['StatusCode'];
    if (code === 0) return undefined;
    const reason = answer['errmsg'] ?? answer['msg'] ?? answer['StatusMessage'];
    return `对方拒收（${String(code)}）：${String(reason).slice(0, 200)}`;
  } catch {
    return '对方的回答读不懂';
  }
}
