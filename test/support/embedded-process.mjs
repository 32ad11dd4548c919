/** Holds a data folder and runs its embedded server until told to stop; for tests that kill what starts it. */
import './typescript-loader.mjs';

const embedded = '../../apps/server/src/database/embedded';
const { holdDataFolder } = await import(`${embedded}/hold-data-folder.ts`);
const { startEmbeddedPostgres } = await import(`${embedded}/start-embedded-postgres.ts`);

try {
  const [dataDir] = process.argv.slice(2);
  const hold = await holdDataFolder(dataDir);
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
  const keepRunning = setInterval(() => {}, 60_000);
  process.once('SIGTERM', async () => {
    clearInterval(keepRunning);
    await server.stop();
    await hold.release();
  });
  // Last: whoever reads it may send the signal at once.
  console.log(JSON.stringify({ serverPid: server.pid, connection: server.connection }));
} catch (error) {
  console.error(`${error.name}: ${error.message}`);
  process.exit(1);
}
