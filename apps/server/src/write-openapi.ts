import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { readConfig } from './config/read-config.js';
import { createDataSource } from './database/data-source.js';
import { setRoutes } from './http/application.js';
import { openApiDocument } from './http/openapi-document.js';

/** Writes the API description without starting anything: `node write-openapi.js <file>`. */
const [file = 'docs/openapi.json'] = process.argv.slice(2);
const runtime = {
  config: readConfig({}, process.cwd()),
  clock: { now: () => 0 },
  dataSource: createDataSource({ url: 'postgres://never-connected/none' }),
};
const app = await NestFactory.create(AppModule.forRuntime(runtime), new FastifyAdapter(), {
  preview: true,
  logger: ['error'],
});
setRoutes(app);
writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
