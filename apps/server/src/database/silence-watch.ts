import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

const askedEveryMs = 2_000;
// In small steps: a process that was busy itself first reads what has arrived meanwhile.
const stepMs = 250;
const patienceMs = 4_000;

interface Asking {
  readonly client: Client;
  readonly socket: Socket;
  readonly connected: Promise<unknown>;
}

/**
 * Notices a database that takes what is sent and no longer answers: a cable was pulled, a firewall forgot us. Nothing
 * ends such a connection by itself, so the requests on it would hang, and the pool would stay full of them after the
 * database is back. While it is silent every connection is ended, and so every request is answered (T19).
 */
export class SilenceWatch {
  private readonly sockets = new Map<Socket, { read: number }>();
  private asking: Asking | undefined;
  private silent = false;
  private stopped = false;

  /** @param address as the connections of the pool have it */
  constructor(private readonly address: ClientConfig) {}

  /** The pool opens its connections here. */
  readonly openSocket = (): Socket => {
    const socket = new Socket();
    this.sockets.set(socket, { read: 0 });
    return socket.once('close', () => this.sockets.delete(socket));
  };

  start(): void {
    void this.watch();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.asking?.client.end().catch(() => undefined);
  }

  private async watch(): Promise<void> {
    while (!this.stopped) {
      this.silent = await this.isSilent();
      if (!this.silent) await delay(askedEveryMs, undefined, { ref: false });
    }
  }

  private async isSilent(): Promise<boolean> {
    this.hears();
    const question = { over: false };
    const asked = this.ask().finally(() => (question.over = true));
    let heard = false;
    // Once it was silent, the first word of it ends that.
    for (let waited = 0; waited < patienceMs && !question.over && !(this.silent && heard); waited += stepMs) {
      if (this.silent) this.endAll();
      await Promise.race([asked, delay(stepMs, undefined, { ref: false })]);
      heard = this.hears() || heard;
    }
    if (question.over || this.stopped) return false;
    if (heard && !this.silent) return false;
    if (!heard) this.endAll();
    this.asking?.socket.destroy();
    this.asking = undefined;
    return !heard;
  }

  /** Asks something small. A database that refuses is not silent: whoever needs it is told so. */
  private async ask(): Promise<void> {
    try {
      this.asking ??= this.connect();
      await this.asking.connected;
      await this.asking.client.query('SELECT 1');
    } catch {
      this.asking = undefined;
    }
  }

  private connect(): Asking {
    const socket = new Socket();
    const client = new Client({ ...this.address, stream: () => socket, application_name: 'junheng-watch' });
    // The question that fails with it says so.
    client.on('error', () => undefined);
    return { client, socket, connected: client.connect() };
  }

  private endAll(): void {
    for (const socket of this.sockets.keys()) socket.destroy();
  }

  /** Whether anything has arrived since the last look: a database that is only slow says something somewhere. */
  private hears(): boolean {
    let heard = false;
    for (const [socket, seen] of this.sockets) {
      heard = socket.bytesRead > seen.read || heard;
      seen.read = socket.bytesRead;
    }
    return heard;
  }
}
