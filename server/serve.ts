import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from './db/schema.ts'

/** Listens, and at the first SIGINT or SIGTERM closes application and database in order, after which the process ends. */
export async function serve(
  app: FastifyInstance,
  db: Kysely<Database>,
  { host, port }: { host: string; port: number },
): Promise<string> {
  const address = await app.listen({ host, port })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      close(app, db).catch((error: unknown) => {
        console.error(error)
        process.exitCode = 1
      })
    })
  }
  return address
}

async function close(app: FastifyInstance, db: Kysely<Database>): Promise<void> {
  // Browsers hold connections open that carry nothing; a close that waits for them takes longer than any stop script does.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50)
  try {
    await app.close()
  } finally {
    clearInterval(idle)
    await db.destroy()
  }
}
