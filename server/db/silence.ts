import pg from 'pg'
import { firstOf } from './unavailable.ts'

const EVERY_MS = 3000
const PATIENCE_MS = 3000
/** So many looks in vain, one after the other. */
const IN_VAIN = 2

/**
 * Cuts the connections that wait for a host which is gone without a word: a machine without power closes none of them, and
 * what waits there would wait for minutes. Looks only while something is asked, over a connection of its own.
 */
export function cutSilent(pool: pg.Pool, settings: pg.ClientConfig): void {
  const open = new Set<pg.PoolClient>()
  const busy = new Set<pg.PoolClient>()
  let inVain = 0
  let isLooking = false
  const look = async (): Promise<void> => {
    inVain = (await isSilent(settings)) ? inVain + 1 : 0
    if (inVain < IN_VAIN) return
    inVain = 0
    for (const client of open) cut(client)
  }
  const timer = setInterval(() => {
    if (busy.size === 0) inVain = 0
    if (busy.size === 0 || isLooking) return
    isLooking = true
    void look().finally(() => {
      isLooking = false
    })
  }, EVERY_MS)
  timer.unref()
  pool.on('connect', (client) => open.add(client))
  pool.on('acquire', (client) => busy.add(client))
  pool.on('release', (_error, client) => busy.delete(client))
  pool.on('remove', (client) => {
    open.delete(client)
    busy.delete(client)
    if (pool.ending && pool.totalCount === 0) clearInterval(timer)
  })
}

/** What is said of a host that nobody reaches; connections that are open there hear nothing of it. */
const UNREACHED = new Set(['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ETIMEDOUT'])

/** Whether nothing answers in time; what is refused is no silence, for its connections are known to be lost. */
async function isSilent(settings: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...settings, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return false
  } catch (error) {
    const { code, message } = firstOf(error)
    return UNREACHED.has(code) || /time(d )?out/i.test(message)
  } finally {
    cut(client)
  }
}

/** Ends it without waiting for an answer. */
function cut(client: pg.Client): void {
  void client.end().catch(() => undefined)
}
