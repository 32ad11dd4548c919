import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './config/read-config.js';
import { runProgram } from './config/run-program.js';
import { prepare } from './prepare.js';

/** Scheduler and outbox only, for a second process or machine; it needs an outside PostgreSQL to share. */
await runProgram(async (shutDown, progress) => {
  const config = readConfig(process.env, process.cwd());
  const runtime = await prepare(config, shutDown, progress);
  const app = await NestFactory.createApplicationContext(AppModule.forRuntime(runtime), {
    logger: ['error', 'warn'],
  });
  shutDown.add(() => app.close());
  progress('后台任务进程已启动：定时提醒与发件。');
});
