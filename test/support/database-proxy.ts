import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { type DatabaseAddress, toUrl } from './database-address.js';

/** The way between a server and its database, which a test can break. */
export interface DatabaseProxy {
  /** For DATABASE_URL. */
  readonly url: string;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  /** Takes what is sent and never answers, as a machine does that fell silent. */
  swallow(): void;
  restore(): void;
  close(): Promise<void>;
}

export async function startDatabaseProxy(database: DatabaseAddress): Promise<DatabaseProxy> {
  let mode: 'through' | 'cut' | 'swallow' = 'through';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    // Either side may go at any time: that is what the proxy is for.
    return socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    keep(client);
    if (mode === 'cut') return void client.destroy();
    const upstream = mode === 'swallow' ? undefined : keep(reach(database));
    client.on('data', (chunk) => void (mode === 'through' && upstream?.write(chunk)));
    client.on('close', () => upstream?.destroy());
    upstream?.on('data', (chunk) => void (mode === 'through' && client.write(chunk)));
    upstream?.on('close', () => void (mode !== 'swallow' && client.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const drop = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: toUrl({ ...database, host: '127.0.0.1', port }),
    cut: () => {
      mode = 'cut';
      drop();
    },
    swallow: () => void (mode = 'swallow'),
    restore: () => {
      // What was swallowed is lost: the other end knows nothing of these connections.
      if (mode === 'swallow') drop();
      mode = 'through';
    },
    close: () => {
      drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function reach({ host, port }: DatabaseAddress): Socket {
  return host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
}
