/** `npm run -s junheng -- …`: like start.mjs, but quiet; what it has to say goes to stderr. */
import './check-node.mjs';
import { bootstrap, projectRoot, serverEntry } from './bootstrap.mjs';
import { LauncherError } from './launcher-error.mjs';

try {
  process.chdir(projectRoot);
  await bootstrap({ web: false, quiet: true, say: console.error });
} catch (error) {
  if (!(error instanceof LauncherError)) throw error;
  console.error(error.message);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
process.env.NODE_ENV ??= 'production';
await import(serverEntry('cli.js'));
