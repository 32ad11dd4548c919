import { describe, expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { refuseCrossSite } from './refuse-cross-site.js';

const host = 'junheng.example.gov.cn';

async function answer(method: string, headers: Record<string, string>): Promise<string> {
  const request = { method, headers: { host, ...headers } } as unknown as FastifyRequest;
  return refuseCrossSite(request).then(
    () => 'passed',
    (error: unknown) => String((error as { code?: string }).code),
  );
}

describe('refuseCrossSite (T32)', () => {
  test.each([
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'same-origin', origin: `https://${host}` }],
    [{ origin: `https://${host}` }],
    [{ origin: `http://${host}` }],
  ] as Record<string, string>[][])('%p comes from our own page', async (headers = {}) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
      expect(await answer(method, headers)).toBe('passed');
  });

  test.each([
    [{}],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-site': '' }],
    [{ origin: 'null' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: `https://${host}.evil.example` }],
    [{ origin: `https://${host}:8443` }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'cross-site', origin: `https://${host}` }],
  ] as Record<string, string>[][])('%p does not', async (headers = {}) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
      expect(await answer(method, headers)).toBe('cross_site');
  });

  test('a GET changes nothing, so it may come from anywhere', async () => {
    expect(await answer('GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(
      'passed',
    );
  });
});
