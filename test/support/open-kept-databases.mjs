/** Starts the server of a failed test run on its folder and says where it listens; Ctrl-C stops it. */
import './typescript-loader.mjs';

const { startEmbeddedPostgres } =
  await import('../../apps/server/src/database/embedded/start-embedded-postgres.ts');
const [dataDir] = process.argv.slice(2);
if (!dataDir) {
  console.error('Usage: node test/support/open-kept-databases.mjs <folder that the test run named>');
  process.exit(2);
}
const server = await startEmbeddedPostgres({ dataDir, log: console.log });
const { host, user, password } = server.connection;
console.log(`PGPASSWORD=${password} psql -h ${host} -U ${user} -l`);
const keepRunning = setInterval(() => {}, 60_000);
process.once('SIGINT', async () => {
  clearInterval(keepRunning);
  await server.stop();
});
