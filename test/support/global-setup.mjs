import './typescript-loader.mjs';

const { startTestCluster } = await import('./test-cluster.ts');

/** One database server and one migrated template for the whole run; workers find them in the environment. */
export default async function globalSetup() {
  const cluster = await startTestCluster();
  process.env.JUNHENG_TEST_CLUSTER = JSON.stringify(cluster.connection);
  globalThis.junhengTestCluster = cluster;
}
