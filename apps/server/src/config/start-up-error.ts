/** Something that keeps the program from starting. The message is one clear Chinese sentence for the console. */
export class StartUpError extends Error {
  override readonly name = 'StartUpError';
}
