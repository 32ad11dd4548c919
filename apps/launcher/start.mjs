/** `npm start`: installs and builds what is missing, then runs the server in this process. */
import './check-node.mjs';
import { bootstrap, projectRoot, serverEntry } from './bootstrap.mjs';
import { LauncherError } from './launcher-error.mjs';

console.log('均衡 · 义务教育优质均衡发展县创建工作台账、交办与督办');
try {
  process.chdir(projectRoot);
  await bootstrap({ web: true, say: console.log });
} catch (error) {
  if (!(error instanceof LauncherError)) throw error;
  console.error(error.message);
  process.exit(1);
}
// In this process, so that Ctrl-C and SIGTERM reach the server itself and nothing in between.
process.setSourceMapsEnabled(true);
process.env.NODE_ENV ??= 'production';
await import(serverEntry('main.js'));
