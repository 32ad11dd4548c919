import { TestEnvironment } from 'jest-environment-node';

/** Node's environment, plus a flag by which createTestDatabase knows that a failed test wants its data kept. */
export default class FailureKeepingEnvironment extends TestEnvironment {
  handleTestEvent(event) {
    const failed = event.name === 'test_fn_failure' || event.name === 'hook_failure';
    if (failed) this.global.junhengTestFailed = true;
  }
}
