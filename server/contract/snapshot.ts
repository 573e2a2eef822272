import { z } from 'zod'
import { changes, changesQuery } from './changes.ts'
import { targetCsvQuery } from './csv.ts'
import { asOfParameter, instant, listOf, pageParameters } from './list.ts'
import { someText } from './text.ts'

/** The number of a snapshot as text: `7`. */
const snapshotId = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/, 'snapshot-id')
  .meta({ description: 'The number of the snapshot, from 1 on', example: '7' })

const hash = z.string().meta({ description: 'SHA-256, lowercase hexadecimal' })
const count = z.int().min(0)

export const newSnapshot = z
  .strictObject({
    titleZh: someText(100).meta({ description: 'What it is called', example: '2025 年度填报中期快照' }),
    asOf: asOfParameter,
  })
  .meta({ id: 'NewSnapshot' })

export const snapshotPath = z.object({ id: snapshotId })
export const snapshotFilePath = snapshotPath.extend({ name: z.string().min(1).max(100) })
export const snapshotPairPath = z.object({ a: snapshotId, b: snapshotId })
export const snapshotQuery = z.strictObject({})
export const snapshotsQuery = z.strictObject({ ...pageParameters.shape })
export const snapshotDiffQuery = z.strictObject({
  limit: changesQuery.shape.limit,
  brief: z.literal('1').optional().meta({
    description: 'The counts, the first five statuses and their grounds; no targets and no figures',
  }),
})
export const snapshotDiffCsvQuery = z.strictObject({ bom: targetCsvQuery.shape.bom })

/** Why one could not be made. */
export const SNAPSHOT_FAILURES = ['stopped', 'interrupted', 'disk-full', 'error'] as const

const making = z
  .object({
    filesWritten: count,
    filesTotal: count,
    rowsWritten: count.meta({ description: 'Rows of all tables until now' }),
  })
  .meta({ id: 'SnapshotMaking', description: 'How far it is' })

const counts = z
  .object({
    observations: count.meta({ description: 'Approved figures in force' }),
    milestones: count,
    revisions: count.meta({ description: 'Fields that revisions and decisions changed' }),
    lines: count.meta({ description: 'Lines of the audit log' }),
  })
  .meta({ id: 'SnapshotCounts' })

export const snapshot = z
  .object({
    id: snapshotId,
    titleZh: z.string(),
    asOf: instant.meta({ description: 'What was approved as of when' }),
    state: z.enum(['making', 'ready', 'failed']),
    createdAt: instant,
    createdBy: z.string().meta({ description: 'Username; `tanbiao` is the program itself' }),
    counts: counts.nullable().meta({ description: 'Null until it is ready' }),
    sha256: hash.nullable().meta({ description: 'Of its `SHA256SUMS`: the fingerprint of the whole' }),
    bytes: count
      .nullable()
      .meta({ description: 'Of all files that `SHA256SUMS` lists, unpacked; null until it is ready' }),
    making: making.nullable().meta({ description: 'While it is made' }),
    failure: z.enum(SNAPSHOT_FAILURES).nullable().meta({
      description:
        'Why it failed; the next one takes its number. Of an interrupted one a folder `.unfinished-…` may stay until the next start',
    }),
    onDisk: z.boolean().meta({ description: 'Whether its files are where they were written' }),
    roundYear: z
      .int()
      .nullable()
      .meta({ description: 'After the annual rounds of which year the program made it by itself' }),
  })
  .meta({ id: 'Snapshot' })
export type SnapshotAnswer = z.infer<typeof snapshot>

const people = z.record(z.string(), z.string()).meta({ description: 'What those who made them are called' })
export const snapshotList = listOf(snapshot).extend({ people }).meta({ id: 'SnapshotList' })
export type SnapshotList = z.infer<typeof snapshotList>

const snapshotFile = z
  .object({
    name: z.string(),
    bytes: count,
    sha256: hash,
    rows: count.nullable().meta({ description: 'Null where it holds none' }),
    isListed: z.boolean().meta({ description: 'Whether `SHA256SUMS` lists it; signatures and keys are not' }),
  })
  .meta({ id: 'SnapshotFile' })
export type SnapshotFile = z.infer<typeof snapshotFile>

const earlier = z.object({
  id: snapshotId,
  asOf: instant,
  folder: z.string().meta({ description: 'The name of its folder' }),
})
const neighbour = earlier.extend({ sha256: hash })

export const snapshotDetail = snapshot
  .extend({
    people,
    folder: z.string().meta({
      description: 'The name of its folder, and of its ZIP without the ending',
      example: '0007-2026-03-18T000000Z',
    }),
    files: z.array(snapshotFile).meta({ description: 'Empty until it is ready; those that SHA256SUMS lists first' }),
    lastHash: hash.nullable().meta({ description: 'Of the last line of the audit log that it holds' }),
    seq: z.int().nullable().meta({ description: 'The line of the audit log that records it' }),
    keySha256: hash.nullable().meta({ description: 'Of its `public-key.pem`, as `sha256sum` says it' }),
    keyDerSha256: hash.nullable().meta({ description: 'Of the same key as DER, as lines of the audit log name it' }),
    chain: z.array(neighbour).meta({
      description:
        'Itself and those before it, newest first, at most ten: each names the fingerprint of the one before',
    }),
    earlier: earlier.nullable().meta({
      description:
        'The one to compare with: of those with no longer a log the nearest, whatever its number; null: none',
    }),
  })
  .meta({ id: 'SnapshotDetail' })
export type SnapshotDetail = z.infer<typeof snapshotDetail>

export const snapshotDiff = changes
  .extend({ older: snapshot, newer: snapshot, people })
  .meta({ id: 'SnapshotDiff', description: 'What the newer of two snapshots has that the older has not, and why' })
export type SnapshotDiff = z.infer<typeof snapshotDiff>
