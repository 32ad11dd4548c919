const FLAG = 'junhengTestFailed';

/** Whether a test or hook of this file has failed; the test environment raises the flag. */
export function someTestFailed(): boolean {
  return Reflect.get(globalThis, FLAG) === true;
}
