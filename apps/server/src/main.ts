import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { readConfig } from './config/read-config.js';
import { runProgram } from './config/run-program.js';
import { closeApplication, createApplication } from './http/application.js';
import { listen } from './http/listen.js';
import { prepare } from './prepare.js';

/** HTTP, scheduler and outbox in one process: what `npm start` runs. */
await runProgram(async (shutDown, progress) => {
  const config = readConfig(process.env, process.cwd());
  const runtime = await prepare(config, shutDown, progress);
  const app = await createApplication(AppModule.forRuntime(runtime), config);
  shutDown.add(() => closeApplication(app));
  const port = await listen(app, config);
  progress(`已启动：http://localhost:${port}`);
  for (const line of runtime.hints) progress(line);
});
