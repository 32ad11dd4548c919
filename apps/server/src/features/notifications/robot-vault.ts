import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ensureRobotKey, readRobotKey } from './robot-key.js';

/** What is secret about a robot: who has it can write into the group. */
export interface RobotSecrets {
  readonly url: string;
  readonly secret: string | null;
}

/** The robot whose secrets they are: sealed for one, they cannot be opened as another's. */
export interface RobotPlace {
  readonly campaignId: string;
  readonly id: string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals what the database keeps about robots, so that a dump of it gives nothing away: the key lies in the data folder.
 * The file is read each time, so that one put back from a backup counts at once. Sealed: nonce, tag, cipher text.
 */
export class RobotVault {
  constructor(private readonly dataDirectory: string) {}

  async seal(place: RobotPlace, { url, secret }: RobotSecrets): Promise<Buffer> {
    const key = await ensureRobotKey(this.dataDirectory);
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
    cipher.setAAD(boundTo(place));
    const text = Buffer.concat([cipher.update(JSON.stringify({ url, secret })), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  }

  /** @returns undefined when the key is missing or another one, or the bytes are not what was sealed */
  open(place: RobotPlace, sealed: Buffer | null): RobotSecrets | undefined {
    const key = readRobotKey(this.dataDirectory);
    if (!key || !sealed || sealed.length < nonceBytes + tagBytes) return undefined;
    const nonce = sealed.subarray(0, nonceBytes);
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(boundTo(place));
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    try {
      const text = decipher.update(sealed.subarray(nonceBytes + tagBytes));
      return JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')) as RobotSecrets;
    } catch {
      return undefined;
    }
  }
}

function boundTo({ campaignId, id }: RobotPlace): Buffer {
  return Buffer.from(`robot/${campaignId}/${id}`);
}
