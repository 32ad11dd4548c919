import { setTimeout as delay } from 'node:timers/promises';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import type { DynamicModule, INestApplication, LogLevel as NestLogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '#kernel';
import { v7 } from 'uuid';
import { logLevels, type ServerConfig } from '../config/server-config.js';
import { openApiDocument } from './openapi-document.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { refuseCrossSite } from './refuse-cross-site.js';
import { securityHeaders } from './security-headers.js';
import { serveWeb } from './serve-web.js';
import { validationPipe } from './validation.js';

const jsonLimit = 1024 * 1024;
const graceMs = 5_000;
const idleCheckMs = 50;

/** The HTTP application, ready to listen. */
export async function createApplication(
  module: DynamicModule,
  config: ServerConfig,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: jsonLimit,
    genReqId: () => v7(),
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    return503OnClosing: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: logLevels.slice(0, logLevels.indexOf(config.logLevel) + 1) as NestLogLevel[],
  });
  setRoutes(app);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(validationPipe());
  const fastify = adapter.getInstance();
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, securityHeaders(config));
  await app.register(fastifyMultipart, {
    limits: { fileSize: config.uploadBytes, files: 1, fields: 10, fieldSize: 10_000, headerPairs: 50 },
  });
  fastify.addHook('onRequest', refuseCrossSite);
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('Cache-Control'))
      void reply.header('Cache-Control', 'no-store');
  });
  // Described when first asked for: it takes a good part of a start, and few ever ask.
  let document: string | undefined;
  fastify.get('/api/openapi.json', (_, reply) => {
    document ??= JSON.stringify(openApiDocument(app));
    return reply.type('application/json; charset=utf-8').send(document);
  });
  fastify.get('/api/*', (request, reply) => sendProblem(reply, new DomainError('not_found'), request.id));
  await serveWeb(app, config.webDirectory);
  return app;
}

/**
 * Ends the application: no new requests, and those under way are answered first (T19). Pages that keep a stream open are
 * sent away by whoever holds it; what still lasts after the grace, a slow download, is cut.
 */
export async function closeApplication(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  const closed = { yet: false };
  const closing = app.close().finally(() => (closed.yet = true));
  // A connection that was busy at first may be kept alive for nothing afterwards.
  while (!closed.yet) {
    server.closeIdleConnections();
    await Promise.race([closing, delay(idleCheckMs)]);
  }
  clearTimeout(cut);
  await closing;
}

/** Where the API lies: everything under /api/v1 but what a supervisor of processes asks for. */
export function setRoutes(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
}
