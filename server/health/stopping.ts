import type { Server } from 'node:http'

const stopping = new WeakSet<Server>()

/** From now on the service says that it is not ready, while it still answers. */
export function beginStop(server: Server): void {
  stopping.add(server)
}

export const isStopping = (server: Server): boolean => stopping.has(server)
