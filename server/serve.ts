import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { HeadKeeper } from './audit/head-keeper.ts'
import type { Database } from './db/schema.ts'
import { beginStop } from './health/stopping.ts'

export interface Serving {
  address: string
  /** Stops as a signal does; whoever asks again waits for the same stop. */
  stop: () => Promise<void>
}

/**
 * Listens, and at the first SIGINT or SIGTERM closes application and database in order, after which the process ends. What
 * the last request recorded is signed in between. It says at once that it is not ready, and for `stopDelaySeconds` answers
 * on as before, so that whoever sends requests here hears of it before they are refused.
 */
export async function serve(
  app: FastifyInstance,
  db: Kysely<Database>,
  { host, port, stopDelaySeconds = 0 }: { host: string; port: number; stopDelaySeconds?: number },
  head?: HeadKeeper,
): Promise<Serving> {
  const address = await app.listen({ host, port }).catch((error: unknown) => {
    throw new Error(explainListening(error, { host, port }))
  })
  let stopping: Promise<void> | undefined
  const stopOnce = (): Promise<void> => {
    stopping ??= stop(app, db, { head, stopDelaySeconds }).catch((error: unknown) => {
      console.error(error)
      process.exitCode = 1
    })
    return stopping
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopOnce())
  return { address, stop: stopOnce }
}

const LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something listens there already. Stop it, or set PORT to another port.',
  EACCES: 'this user may not listen there. Set PORT to a port from 1024 on.',
  EADDRNOTAVAIL: 'this machine does not have this address. Set HOST to one that it has.',
  ENOTFOUND: 'this host is not known. Set HOST to an address of this machine.',
  EAI_AGAIN: 'this host is not known. Set HOST to an address of this machine.',
}

function explainListening(error: unknown, { host, port }: { host: string; port: number }): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return `HOST=${host} PORT=${port}: ${LISTENING[code] ?? `listening failed (${String(error)}). Set HOST and PORT to where this machine can listen.`}`
}

async function stop(
  app: FastifyInstance,
  db: Kysely<Database>,
  { head, stopDelaySeconds }: { head: HeadKeeper | undefined; stopDelaySeconds: number },
): Promise<void> {
  beginStop(app.server)
  if (stopDelaySeconds > 0) await delay(stopDelaySeconds * 1000)
  await close(app, db, head)
}

// Less than a container's stop waits before it kills.
const LAST_REQUESTS_MS = 5000

async function close(app: FastifyInstance, db: Kysely<Database>, head?: HeadKeeper): Promise<void> {
  // Browsers hold connections open that carry nothing; a close that waits for them takes longer than any stop script does.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50)
  // What is half sent or half read by then would hold the stop for a minute.
  const late = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MS)
  try {
    await app.close()
  } finally {
    clearInterval(idle)
    clearTimeout(late)
    await closeLog(db, head)
  }
}

async function closeLog(db: Kysely<Database>, head?: HeadKeeper): Promise<void> {
  try {
    await head?.close()
  } finally {
    await db.destroy()
  }
}
