import { describe, expect, test } from '@jest/globals';
import { HttpException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { DomainError, problemCatalogue, type ProblemCode } from '#kernel';
import Fastify from 'fastify';
import { QueryFailedError } from 'typeorm';
import { sendProblem, toDomainError } from './problem.filter.js';

const database = (code: string): QueryFailedError =>
  new QueryFailedError('SELECT 1', [], Object.assign(new Error('refused'), { code }));

describe('toDomainError', () => {
  test.each<[string, unknown, ProblemCode]>([
    ['a refusal of our own', new DomainError('same_person'), 'same_person'],
    ['Nest’s 404', new NotFoundException(), 'not_found'],
    ['Nest’s 413', new PayloadTooLargeException(), 'too_large'],
    ['Nest’s 400', new HttpException('bad json', 400), 'malformed'],
    ['Fastify’s 415', Object.assign(new Error('media type'), { statusCode: 415 }), 'malformed'],
    ['Fastify’s 413', Object.assign(new Error('large'), { statusCode: 413 }), 'too_large'],
    ['a lost connection', database('08006'), 'unavailable'],
    ['a server that shuts down', database('57P01'), 'unavailable'],
    ['too many connections', database('53300'), 'unavailable'],
    ['no server', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'unavailable'],
    ['a pool that is dry', new Error('timeout exceeded when trying to connect'), 'unavailable'],
    ['a full disk here', Object.assign(new Error('write'), { code: 'ENOSPC' }), 'storage_full'],
    ['a full disk at the database', database('53100'), 'storage_full'],
    ['a character PostgreSQL cannot store', database('22021'), 'malformed'],
    ['a \\u0000 in JSON', database('22P05'), 'malformed'],
    [
      'half a character in JSON',
      new QueryFailedError(
        'INSERT',
        [],
        Object.assign(new Error('json'), {
          code: '22P02',
          detail: 'Unicode low surrogate must follow a high surrogate.',
        }),
      ),
      'malformed',
    ],
    ['another syntax error', database('22P02'), 'internal'],
    ['a number beyond its column', database('22003'), 'malformed'],
    ['a broken constraint', database('23505'), 'internal'],
    ['a fault of the program', new TypeError('x is undefined'), 'internal'],
    ['something that is no error', 'oh', 'internal'],
    ['nothing', undefined, 'internal'],
  ])('%s', (_, error, code) => {
    expect(toDomainError(error).code).toBe(code);
  });
});

describe('sendProblem (RFC 9457)', () => {
  const answer = async (problem: DomainError) => {
    const server = Fastify();
    server.get('/', (_, reply) => sendProblem(reply, problem, 'request-7'));
    const response = await fetch(await server.listen({ port: 0 }));
    const body = (await response.json()) as Record<string, unknown>;
    await server.close();
    return { status: response.status, headers: response.headers, body };
  };

  test.each(Object.keys(problemCatalogue) as ProblemCode[])(
    '%s carries status, title and advice',
    async (code) => {
      const { status, headers, body } = await answer(new DomainError(code));
      const kind = problemCatalogue[code];
      expect(status).toBe(kind.status);
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(body).toEqual({
        type: `/problems/${code}`,
        title: kind.title,
        status: kind.status,
        code,
        detail: kind.title,
        advice: kind.advice,
        requestId: 'request-7',
      });
    },
  );

  test('detail, faults and further members stand beside', async () => {
    const errors = [{ pointer: '/dueOn', message: '期限早于今天' }];
    const { body } = await answer(
      new DomainError('rule_refused', {
        detail: '有 1 处不能交办。',
        errors,
        extra: { current: { version: 3 } },
      }),
    );
    expect(body).toMatchObject({ detail: '有 1 处不能交办。', errors, current: { version: 3 } });
  });

  test('a lock says when to try again in the header too', async () => {
    const { headers } = await answer(new DomainError('locked', { extra: { retryAfterSeconds: 900 } }));
    expect(headers.get('retry-after')).toBe('900');
  });

  test('what the program stumbled over is never told', async () => {
    const { body } = await answer(toDomainError(new Error('relation "task" at /srv/app')));
    expect(JSON.stringify(body)).not.toMatch(/relation|srv/);
  });
});
