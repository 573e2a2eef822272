import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { initialise, KEEPING_COMMITS, makeHome, type PostgresServer, startServer } from './postgres.ts'

/** A primary and its streaming replica, both gone when removed. */
export interface ReplicatedPostgres {
  primary: PostgresServer
  replica: PostgresServer
  remove: () => Promise<void>
}

export async function startReplicated(): Promise<ReplicatedPostgres> {
  const home = makeHome()
  const primary = await startServer(home, initialise(home), KEEPING_COMMITS)
  const copy = home.makeFolder('replica')
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres']
  const words = [...from, '-D', copy, '--write-recovery-conf', '--checkpoint=fast', '--no-sync']
  execFileSync(path.join(home.bin, 'pg_basebackup'), words, home.options)
  const replica = await startServer(home, copy, KEEPING_COMMITS)
  return {
    primary,
    replica,
    remove: async () => {
      await replica.stop('immediate')
      await primary.stop('fast')
      home.remove()
    },
  }
}
