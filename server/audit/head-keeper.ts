import type { Kysely } from 'kysely'
import { inWriteTransaction, onWritten } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { checkHead, signEnd, writeHead } from './head.ts'
import { readUnsigned, type SignedHead } from './head-file.ts'
import { nameKey, settleKeys } from './key-lines.ts'
import { findLastLine } from './queries.ts'
import { auditFolder, findSigner, makeKey, type Signer, writePublicKey } from './keys.ts'

/** Keeps the signed end of the log outside of the database. */
export interface HeadKeeper {
  /** The folder of key and HEAD. */
  folder: string
  /** The key in force; a rotation changes it while the service runs. */
  signer: () => Signer
  /** Signs what was written until now; answers the HEAD in force. */
  write: () => Promise<SignedHead>
  /** `failing`: the last attempt did not succeed, so that HEAD is behind the log. */
  state: () => 'written' | 'failing'
  /** How many attempts have not succeeded. */
  failures: () => number
  /** Tells `listener` why an attempt failed, once as long as it is for the same reason. */
  onFailure: (listener: (error: unknown) => void) => void
  /** Signs once more, and no longer by itself. */
  close: () => Promise<void>
}

// Together with the writing itself less than the second within which a change is signed.
const DELAY_MS = 300
const RETRY_MS = 1000
// What another process recorded and could not sign, for it was killed.
const LOOK_MS = 30_000

/**
 * Makes the key where there is none, tells the log of it, and signs the end of the log; from then on within a second of
 * each change that this process records, and within a minute of those of others that were killed before they could. Comes
 * after the first plans are loaded, for they take an empty log.
 */
export async function openHead(
  db: Kysely<Database>,
  dataDir: string,
  clock: () => Date = () => new Date(),
  lookMs: number = LOOK_MS,
): Promise<HeadKeeper> {
  const folder = auditFolder(dataDir)
  try {
    await makeReady(db, folder, clock())
    await writeHead(db, folder, clock())
  } catch (error) {
    throw isOfDisk(error)
      ? new Error(`DATA_DIR=${dataDir}: ${NOT_WRITTEN} (${error.message}).`, { cause: error })
      : error
  }
  return keepHead(db, folder, clock, lookMs)
}

const NOT_WRITTEN =
  'key and HEAD of the audit log cannot be written there. Set DATA_DIR to a folder that this user may write to, on a disk that takes it'

const isOfDisk = (error: unknown): error is Error => error instanceof Error && 'syscall' in error && 'path' in error

/** Whatever interrupts it, the next start goes on: a HEAD of before the key's line comes first, and that line only then. */
async function makeReady(db: Kysely<Database>, folder: string, now: Date): Promise<void> {
  await inWriteTransaction(db, async (trx) => {
    // Once more: another process may have begun meanwhile.
    const head = await checkHead(trx, folder)
    const signer = (await settleKeys(trx, folder)) ?? (await makeKey(folder))
    await writePublicKey(folder, signer)
    if (head === undefined) await signEnd(trx, folder, signer, now)
    await nameKey(trx, signer, now)
  })
}

function keepHead(db: Kysely<Database>, folder: string, clock: () => Date, lookMs: number): HeadKeeper {
  let state: 'written' | 'failing' = 'written'
  let tell: (error: unknown) => void = () => undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let isClosed = false
  let failures = 0
  let told = ''

  const write = async (): Promise<SignedHead> => {
    try {
      const head = await writeHead(db, folder, clock())
      state = 'written'
      told = ''
      return head
    } catch (error) {
      state = 'failing'
      failures += 1
      // It is tried every second, and may fail for days.
      if (String(error) !== told) tell(error)
      told = String(error)
      throw error
    }
  }
  // Changes that come while it waits are signed with it.
  const soon = (delayMs: number): void => {
    if (timer !== undefined || isClosed) return
    timer = setTimeout(() => {
      timer = undefined
      running = write().catch(() => soon(RETRY_MS))
    }, delayMs)
    timer.unref()
  }
  onWritten(db, () => soon(DELAY_MS))
  // What was recorded between the first HEAD and the line above.
  soon(DELAY_MS)
  const look = async (): Promise<void> => {
    const last = await findLastLine(db)
    if ((last?.seq ?? 0) > (readUnsigned(folder)?.lines ?? 0)) soon(DELAY_MS)
  }
  const looking = setInterval(() => void look().catch(() => undefined), lookMs)
  looking.unref()

  return {
    folder,
    signer: () => {
      const signer = findSigner(folder)
      if (signer === undefined) throw new Error(`There is no key in ${folder}.`)
      return signer
    },
    write,
    state: () => state,
    failures: () => failures,
    onFailure: (listener) => {
      tell = listener
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      clearInterval(looking)
      await running
      await write()
    },
  }
}
