import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, inject, it, onTestFinished } from 'vitest'
import { databaseOfTest, emptyPostgres } from '../helpers/databases.ts'
import { proveConflicts } from './conflicts.ts'
import { proveCrashes } from './crashes.ts'
import { makeFigures } from '../many/generate/make-figures.ts'
import { measureSnapshot } from '../many/measure-snapshot.ts'
import { proveFigures } from './figures.ts'
import { proveForgeries } from './forgeries.ts'
import { proveMoves } from './moves.ts'
import { randomFrom } from './random.ts'
import { proveSnapshotCrashes } from './snapshot-crashes.ts'
import { proveSnapshots } from './snapshots.ts'

// The proofs of docs/proofs.md with small counts.

const SEED = Date.now() % 1_000_000

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-proof-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it.each(['sqlite', 'postgres'])(
  'of two conflicting saves or decisions at once, through two processes, exactly one wins (%s)',
  async (engine) => {
    const dataDir = temporaryFolder()
    const place = engine === 'sqlite' ? { dataDir } : { dataDir, url: await emptyPostgres(inject('postgresUrl')) }
    const result = await proveConflicts(place, 10)
    expect(result).toMatchObject({ savePairs: 10, decisionPairs: 10, strange: [], isChainWhole: true })
    expect(result.enterLines).toBe(result.acceptedSaves)
    expect(result.decisionLines).toBe(result.acceptedDecisions)
  },
  60_000,
)

it('what was acknowledged before a kill -9 is there after it, each with its audit line', async () => {
  const result = await proveCrashes({ dataDir: temporaryFolder() }, 2, randomFrom(SEED))
  expect(result, `seed ${SEED}`).toMatchObject({ kills: 2, lost: [], isChainWhole: true })
  expect(result.acknowledged).toBeGreaterThan(2)
}, 60_000)

it('a kill -9 while a snapshot is made leaves nothing that looks finished and is not', async () => {
  const result = await proveSnapshotCrashes({ dataDir: temporaryFolder() }, 2, randomFrom(SEED))
  expect(result, `seed ${SEED}`).toMatchObject({ kills: 2, wrong: [] })
}, 60_000)

it('figures as offices write them come out of the export as they were written, or are refused', async () => {
  const result = await proveFigures(300, SEED, async (work) => await work(await databaseOfTest('sqlite')))
  expect(result, `seed ${SEED}`).toMatchObject({ strings: 300, wrong: [] })
  expect(result.stored + result.refused + result.blankOrMissing).toBe(300)
})

it('a snapshot has the same bytes when other processes make it again, elsewhere and from backups', async () => {
  const wanted = { root: temporaryFolder(), server: inject('postgresUrl'), count: 4, random: randomFrom(SEED) }
  const result = await proveSnapshots(wanted)
  expect(result, `seed ${SEED}`).toMatchObject({ snapshots: 4, remade: 32, different: [] })
}, 300_000)

it('a forged database is found by start or replay, and offline; an untouched one is not', async () => {
  const wanted = { root: temporaryFolder(), server: inject('postgresUrl'), count: 16, seed: SEED }
  const result = await proveForgeries(wanted)
  expect(result, `seed ${SEED}`).toMatchObject({ missedByServer: [], missedOffline: [], controls: 16, alarms: [] })
}, 300_000)

it('a database that is moved to the other engine and back has the same fingerprint each time', async () => {
  const wanted = { root: temporaryFolder(), server: inject('postgresUrl'), figures: 1000, roundTrips: 2, seed: SEED }
  const result = await proveMoves(wanted)
  expect(result, `seed ${SEED}`).toMatchObject({ moves: 4, different: [] })
  expect(result.rows).toBeGreaterThan(6000)
}, 300_000)

it('a snapshot takes little memory, and holds what is approved of the figures for measuring', async () => {
  const dataDir = temporaryFolder()
  await makeFigures(dataDir, { figures: 2000, seed: SEED })
  const { figures, extraMegabytes } = measureSnapshot(dataDir)
  expect(figures).toBeGreaterThan(1700)
  expect(extraMegabytes).toBeLessThan(150)
}, 120_000)
