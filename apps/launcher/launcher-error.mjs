/** A step failed; the message says in Chinese which, followed by what the step itself wrote. */
export class LauncherError extends Error {
  name = 'LauncherError';
}
