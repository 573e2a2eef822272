import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { fingerprintOf } from '../audit/keys.ts'
import { findHash } from '../audit/queries.ts'
import type { SnapshotAnswer, SnapshotDetail, SnapshotFile } from '../contract/snapshot.ts'
import type { Database } from '../db/schema.ts'
import { shanghaiDate } from '../domain/days.ts'
import { earlierOf } from '../domain/earlier.ts'
import type { Job } from './job.ts'
import { findFolder, folderNameOf } from './folders.ts'
import { titleOf } from './make.ts'
import { listSnapshots, type Snapshot } from './queries.ts'
import { UNLISTED } from './write.ts'

/** A snapshot that was made, as the API answers it. */
export function toAnswer(within: string, snapshot: Snapshot): SnapshotAnswer {
  const { number, instant, titleZh, madeAt, madeBy, files, logSeq, fingerprint, roundYear } = snapshot
  const rowsOf = (name: string): number => files.find((file) => file.name === name)?.rows ?? 0
  return {
    id: String(number),
    titleZh: titleZh ?? titleOf(shanghaiDate(new Date(instant))),
    asOf: instant,
    state: 'ready',
    createdAt: madeAt,
    createdBy: madeBy,
    counts: {
      observations: rowsOf('observations.csv'),
      milestones: rowsOf('targets.csv'),
      revisions: rowsOf('revisions.csv'),
      lines: logSeq,
    },
    sha256: fingerprint,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    making: null,
    failure: null,
    onDisk: findFolder(within, snapshot) !== undefined,
    roundYear: roundYear ?? null,
  }
}

/** One that is being made, or could not be. */
export function jobAnswer(job: Job): SnapshotAnswer {
  const { number, titleZh, instant, startedAt, startedBy, failure, roundYear } = job
  const { filesWritten, filesTotal, rowsWritten } = job
  return {
    id: String(number),
    titleZh,
    asOf: instant,
    state: failure === null ? 'making' : 'failed',
    createdAt: startedAt,
    createdBy: startedBy,
    counts: null,
    sha256: null,
    bytes: null,
    making: failure === null ? { filesWritten, filesTotal, rowsWritten } : null,
    failure,
    onDisk: false,
    roundYear,
  }
}

/** What is told of one alone beside that: its files, the line that records it, those before it. */
type Told = Omit<SnapshotDetail, keyof SnapshotAnswer | 'people'>

/** Of one that is not there yet. */
export const nothingYet = (job: Job): Told => ({
  folder: folderNameOf(job),
  files: [],
  lastHash: null,
  seq: null,
  keySha256: null,
  keyDerSha256: null,
  chain: [],
  earlier: null,
})

const CHAIN_LENGTH = 10

export async function detailOf(db: Kysely<Database>, within: string, snapshot: Snapshot): Promise<Told> {
  const folder = findFolder(within, snapshot)
  const listed = snapshot.files.map((file) => ({ ...file, isListed: true }))
  const unlisted = folder === undefined ? [] : await readUnlisted(folder)
  const all = await listSnapshots(db)
  const earlier = earlierOf(snapshot, all)
  return {
    folder: folderNameOf(snapshot),
    files: [...listed, ...unlisted],
    lastHash: (await findHash(db, snapshot.logSeq)) ?? null,
    seq: snapshot.seq,
    keySha256: unlisted.find(({ name }) => name === 'public-key.pem')?.sha256 ?? null,
    keyDerSha256: folder === undefined ? null : await readKeyFingerprint(folder),
    chain: all
      .filter(({ number }) => number <= snapshot.number && number > snapshot.number - CHAIN_LENGTH)
      .map((one) => ({ ...placeOf(one), sha256: one.fingerprint })),
    earlier: earlier === undefined ? null : placeOf(earlier),
  }
}

const placeOf = (one: Snapshot): NonNullable<Told['earlier']> => ({
  id: String(one.number),
  asOf: one.instant,
  folder: folderNameOf(one),
})

/** Of the public key that lies in a snapshot; null where it is gone or is none any more. */
async function readKeyFingerprint(folder: string): Promise<string | null> {
  try {
    return fingerprintOf(await readFile(path.join(folder, 'public-key.pem'), 'utf8'))
  } catch {
    return null
  }
}

/** Five small files, as they lie there. */
async function readUnlisted(folder: string): Promise<SnapshotFile[]> {
  const files: SnapshotFile[] = []
  for (const name of UNLISTED.filter((one) => existsSync(path.join(folder, one)))) {
    const content = await readFile(path.join(folder, name))
    const sha256 = createHash('sha256').update(content).digest('hex')
    files.push({ name, bytes: content.length, sha256, rows: null, isListed: false })
  }
  return files
}
