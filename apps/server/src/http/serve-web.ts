import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '#kernel';
import { sendProblem } from './problem.filter.js';

const oneYearMs = 31_536_000_000;

/** Serves the built web client; every other path gets its page, because the client routes by itself. */
export async function serveWeb(app: NestFastifyApplication, directory: string): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) return;
  // Loaded only when there is a page to serve: a CommonJS package with ES-module dependencies, which Jest cannot load.
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: false,
    preCompressed: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Built assets carry a hash in their name; the page itself does not.
      const fixed = path.includes(`${directory}/assets/`) || path.includes(`${directory}\\assets\\`);
      void reply.header(
        'Cache-Control',
        fixed ? `public, max-age=${oneYearMs / 1000}, immutable` : 'no-cache',
      );
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  // A page that was open during an upgrade may ask for a file that is gone: that is no page.
  fastify.get('/assets/*', (request, reply) => sendProblem(reply, new DomainError('not_found'), request.id));
  fastify.get('/*', (_, reply) =>
    reply.header('Cache-Control', 'no-cache').sendFile('index.html', directory),
  );
}
