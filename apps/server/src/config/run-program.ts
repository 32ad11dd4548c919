import { StartUpError } from './start-up-error.js';

/** What has been opened, closed again in reverse order. */
export class ShutDown {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private closing: Promise<void> | undefined;

  add(close: () => Promise<unknown>): void {
    this.closers.unshift(close);
  }

  run(): Promise<void> {
    this.closing ??= (async () => {
      for (const close of this.closers) await close();
    })();
    return this.closing;
  }
}

type Program = (shutDown: ShutDown, progress: (line: string) => void) => Promise<void>;

/**
 * Runs a long-lived program: Ctrl-C and SIGTERM close what it opened and end with exit code 0; what keeps it from
 * starting is one Chinese sentence on stderr and exit code 1.
 */
export async function runProgram(program: Program): Promise<void> {
  const shutDown = new ShutDown();
  const end = (code: number): void => {
    shutDown.run().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error('停止时出错：', error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      console.log('正在停止……');
      end(0);
    });
  }
  try {
    await program(shutDown, (line) => console.log(line));
  } catch (error) {
    if (error instanceof StartUpError) console.error(`启动失败：${error.message}`);
    else console.error('启动失败：程序内部出错。', error);
    end(1);
  }
}
