import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** What the fake mail server does with a message. */
export type SmtpMode = 'accept' | '421' | '450' | '550' | 'cut' | 'drop-after-DATA' | 'hang';

export interface ReceivedMail {
  envelope: { from: string; to: string[] };
  raw: Buffer;
  messageId: string;
  mail: Email;
}

export interface SmtpSink {
  /** For SMTP_URL. */
  url: string;
  /** Messages whose whole DATA arrived, in order; with drop-after-DATA too, for the sender cannot know. */
  received: ReceivedMail[];
  /** Messages of `received` whose sender was not told so: it must send them again. */
  dropped: ReceivedMail[];
  /** Changes what happens from the next message on; a function is asked once for each. */
  mode(mode: SmtpMode | (() => SmtpMode)): void;
  /** Refuses one mailbox from now on, whatever the mode. */
  refuse(address: string, mode: '450' | '550' | 'hang' | 'accept'): void;
  close(): Promise<void>;
}

const REFUSALS: Record<string, string> = {
  '421': 'Service not available, closing transmission channel',
  '450': 'Mailbox busy, try again later',
  '550': 'No such user here',
};

/** A mail server on a free port that keeps what it gets and fails on demand. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const received: ReceivedMail[] = [];
  const dropped: ReceivedMail[] = [];
  const refused = new Map<string, SmtpMode>();
  let mode: () => SmtpMode = () => 'accept';
  // What was decided for the message a session is busy with.
  const decided = new Map<string, SmtpMode>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    // Sessions that hang are cut when the sink closes.
    closeTimeout: 10,
    logger: false,
    onRcptTo: ({ address }, session, answer) => {
      const how = refused.get(address);
      const chosen = how ?? mode();
      decided.set(session.id, chosen);
      if (chosen === 'cut') cutConnection(server, session);
      else if (how !== 'hang') answer(refusal(chosen));
    },
    onData: (stream, session, answer) => {
      void collect(stream).then(
        async (raw) => {
          const chosen = decided.get(session.id);
          if (chosen === 'hang') return;
          const mail = await parse(raw, session);
          received.push(mail);
          if (chosen === 'drop-after-DATA') {
            dropped.push(mail);
            cutConnection(server, session);
          } else answer();
        },
        () => {
          // The sender was killed within its message: nothing has arrived.
        },
      );
    },
  });
  server.on('error', () => {
    // Connections that we or a killed sender cut; the tests look at what arrived.
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    dropped,
    mode: (next) => void (mode = typeof next === 'function' ? next : () => next),
    refuse: (address, how) => void refused.set(address, how),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(mode: SmtpMode): Error | undefined {
  const text = REFUSALS[mode];
  return text === undefined ? undefined : Object.assign(new Error(text), { responseCode: Number(mode) });
}

async function collect(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function parse(raw: Buffer, session: SMTPServerSession): Promise<ReceivedMail> {
  const { mailFrom, rcptTo } = session.envelope;
  const mail = await PostalMime.parse(raw);
  const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
  return { envelope, raw, messageId: mail.messageId ?? '', mail };
}

/** The message is in, the answer never leaves: the case in which a sender must repeat the same Message-ID. */
function cutConnection(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) {
    if (Reflect.get(connection, 'session') === session) Reflect.get(connection, '_socket').destroy();
  }
}
