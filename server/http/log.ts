import type { FastifyRequest } from 'fastify'

/** What the server's log says of a request: no one-time link, for whoever reads the log could use it. */
export function maskedRequest(request: FastifyRequest): Record<string, unknown> {
  const { method, url, host, ip, socket } = request
  return { method, url: masked(url), host, remoteAddress: ip, remotePort: socket?.remotePort }
}

const masked = (url: string): string => url.replace(/(\/(?:welcome|invitations)\/)[^/?]+/gi, '$1***')
