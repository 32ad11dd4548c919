import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type DeliveryOutcome, readFailure } from './delivery-outcome.js';

export interface OutgoingMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly date: Date;
  readonly attachments: readonly { fileName: string; mediaType: string; content: Buffer }[];
}

export interface MailServer {
  /** As in SMTP_URL. */
  readonly url: string;
  readonly from: string;
  readonly connections: number;
  readonly patience?: Patience;
}

/** How long to wait, in milliseconds. */
interface Patience {
  readonly connect: number;
  readonly silence: number;
  readonly whole: number;
}

// Well below the lease of a claim, so that no second worker takes a message that is still on its way.
const usualPatience: Patience = { connect: 10_000, silence: 15_000, whole: 30_000 };

/** Hands messages to the mail server, one attempt each; whether to try again is not decided here. */
export class MailSender {
  private readonly transport;
  private readonly stopping = new AbortController();
  private readonly patience: Patience;

  constructor(private readonly server: MailServer) {
    this.patience = server.patience ?? usualPatience;
    const { connect, silence } = this.patience;
    this.transport = createTransport({
      url: server.url,
      pool: true,
      maxConnections: server.connections,
      // Every attempt is recorded in the outbox, so the library makes none of its own.
      maxRequeues: 0,
      idleTimeout: 10_000,
      connectionTimeout: connect,
      greetingTimeout: connect,
      dnsTimeout: connect,
      socketTimeout: silence,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: OutgoingMail): Promise<DeliveryOutcome> {
    const content = Readable.from([await this.compose(mail)]);
    let handedOver = false;
    content.once('end', () => (handedOver = true));
    const signal = AbortSignal.any([AbortSignal.timeout(this.patience.whole), this.stopping.signal]);
    try {
      const from = this.addressOfSender();
      await this.transport.sendMail({ envelope: { from, to: [mail.to] }, raw: content, signal });
      return { kind: 'accepted' };
    } catch (error) {
      return readFailure(error instanceof Error ? error : new Error(String(error)), handedOver);
    }
  }

  /** Cuts what is on its way: those attempts count as unreachable or, when all was handed over, uncertain. */
  close(): void {
    this.stopping.abort();
    this.transport.close();
  }

  private compose(mail: OutgoingMail): Promise<Buffer> {
    const composer = new MailComposer({
      from: this.server.from,
      to: mail.to,
      subject: mail.subject.replace(/[\r\n]+/g, ' '),
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      date: mail.date,
      // RFC 3834: no out-of-office answers to a program; we read no mail, so we answer none either.
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: mail.attachments.map(({ fileName, mediaType, content }) => ({
        filename: fileName,
        contentType: mediaType,
        content,
      })),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return composer.compile().build();
  }

  private addressOfSender(): string {
    return /<([^<>]+)>\s*$/.exec(this.server.from)?.[1] ?? this.server.from;
  }
}
