import type { FastifyHelmetOptions } from '@fastify/helmet'

/** Where what a page loads may come from. */
export const CONTENT_SECURITY_POLICY = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  // Charts set the style attribute of their elements; style sheets and scripts come from here only.
  'style-src-attr': ["'unsafe-inline'"],
}

export const PROTECTION: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
  xFrameOptions: { action: 'deny' },
  // Whether the way to here is encrypted is known to the proxy that encrypts it.
  strictTransportSecurity: false,
  // Over plain HTTP, browsers ignore these two and complain of them.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
}
