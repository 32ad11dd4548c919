import type { CivilDate } from '#kernel';

/** Everything the environment decides, already checked. */
export interface ServerConfig {
  /** Set: an outside PostgreSQL; absent: the embedded one under `dataDirectory`. */
  readonly databaseUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  readonly webDirectory: string;
  readonly today: CivilDate | undefined;
  readonly example: 'xinmi' | 'none';
  /** A county's own corrections of the evaluation standard; absent: the program's alone. */
  readonly standardsDirectory: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** How many mails of any minute the mail server takes; absent: as many as there are. */
  readonly mailsPerMinute: number | undefined;
  /** The address people type, for links in mails; no trailing slash. */
  readonly origin: string;
  readonly insecureHttp: boolean;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed; none: the connection's own address counts. */
  readonly trustedProxies: readonly string[];
  /** Hosts of chat robots that may be called beside the vendors' own, private ones included. */
  readonly robotHosts: readonly string[];
  readonly uploadBytes: number;
  readonly logLevel: LogLevel;
  readonly scheduler: boolean;
  readonly test: { readonly clockFile: string | undefined; readonly fault: string | undefined } | undefined;
}

export const logLevels = ['error', 'warn', 'log', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];
