import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { ServerConfig } from '../config/server-config.js';

/** Nothing comes from outside and nothing runs inline; antd writes its styles into the page, so those are allowed. */
export function securityHeaders(config: ServerConfig): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.insecureHttp ? false : { maxAge: 15_552_000, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  };
}
