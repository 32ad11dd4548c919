/** Where a database is; `host` may be the folder of a Unix socket. */
export interface DatabaseAddress {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export const TEMPLATE = 'junheng_template';
export const TEST_DATABASE_PREFIX = 'junheng_test_';

export function fromUrl(text: string): DatabaseAddress {
  const url = new URL(text);
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: url.searchParams.get('user') ?? decodeURIComponent(url.username),
    password: url.searchParams.get('password') ?? decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
}

/** As DATABASE_URL takes it; the socket's folder goes into the query. */
export function toUrl(address: DatabaseAddress): string {
  const { host, port, user, password, database } = address;
  if (host.startsWith('/')) return `postgres:///${database}?${new URLSearchParams({ host, user, password })}`;
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}
