/** Stops the server; its folder stays when a failed test left its database for a look. */
export default async function globalTeardown() {
  await globalThis.junhengTestCluster?.stop();
}
