import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The session cookie: host-bound, Secure, HttpOnly, SameSite=Lax. Browsers treat http://localhost as secure; on a
 * plain-http intranet `insecureHttp` gives up the prefix and the Secure flag, and nothing else.
 */
export class SessionCookie {
  private readonly name: string;

  constructor(private readonly insecureHttp: boolean) {
    this.name = insecureHttp ? 'sid' : '__Host-sid';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, this.attributes());
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes()).header('Clear-Site-Data', '"cache"');
  }

  private attributes(): { path: string; httpOnly: boolean; secure: boolean; sameSite: 'lax' } {
    return { path: '/', httpOnly: true, secure: !this.insecureHttp, sameSite: 'lax' };
  }
}
