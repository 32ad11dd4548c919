import { type Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { RobotHost } from './robot-host.js';
import type { RobotRequest } from './robot-request.js';

const wholeMs = 5_000;
const answerBytes = 64 * 1024;

export interface RobotAnswer {
  readonly status: number;
  readonly body: string;
}

interface PostOptions {
  /** A vendor's host must not lead to a private address, whatever the name service says. */
  readonly host: RobotHost;
  readonly signal?: AbortSignal;
  readonly lookup?: LookupFunction;
}

/**
 * Posts to a webhook. Redirects are not followed (http.request never does), an answer beyond 64 KB and a call beyond five
 * seconds are cut off.
 * @throws Error when no complete answer came
 */
export async function postToRobot(request: RobotRequest, options: PostOptions): Promise<RobotAnswer> {
  const timeout = AbortSignal.timeout(wholeMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  const url = new URL(request.url);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const agent: HttpAgent | false = options.host === 'vendor' ? new RequestFilteringHttpsAgent() : false;
  const { lookup } = options;
  return new Promise((resolve, reject) => {
    const call = send(
      url,
      {
        method: 'POST',
        agent,
        signal,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': Buffer.byteLength(request.body),
        },
        ...(lookup ? { lookup } : {}),
      },
      (response) => {
        readAnswer(response).then(resolve, reject);
      },
    );
    call.on('error', reject);
    call.end(request.body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<RobotAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > answerBytes) {
      response.destroy();
      throw new Error('对方的回答超过 64 KB');
    }
    chunks.push(bytes);
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}
