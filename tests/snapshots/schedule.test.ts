import type { Kysely } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import type { Database } from '../../server/db/schema.ts'
import { listSnapshots } from '../../server/snapshots/queries.ts'
import { findYearToKeep, snapshotEveryYear } from '../../server/snapshots/schedule.ts'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addRound, aRound, openDesk } from '../helpers/desk.ts'
import { keepSigned } from '../helpers/snapshots.ts'
import { addDraft, record } from '../helpers/world.ts'

const noonOf = (day: string): Date => new Date(`${day}T04:00:00.000Z`)

/** A draft of 2025 that its reporter has submitted. */
async function submitOne(db: Kysely<Database>): Promise<{ observationId: number; comment: null }> {
  const step = { observationId: await addDraft(db, { year: 2025, value: '45' }), comment: null }
  await record(db, { action: 'observation.submit', data: step })
  return step
}

describeOnBothEngines('the snapshot of the year', (engine) => {
  const openYear = async (closesOn = '2026-07-31') => {
    const db = await databaseOfTest(engine)
    await openDesk(db, null)
    const roundId = await addRound(db, { closesOn })
    return { db, roundId }
  }

  it('is due on the day after the annual round of the year has closed', async () => {
    const { db } = await openYear()
    expect(await findYearToKeep(db, noonOf('2026-07-31'))).toBeUndefined()
    expect(await findYearToKeep(db, noonOf('2026-08-01'))).toBe(2025)
  })

  it('waits until what was submitted is decided, but no longer than 30 days', async () => {
    const { db } = await openYear()
    const step = await submitOne(db)
    expect(await findYearToKeep(db, noonOf('2026-08-01'))).toBeUndefined()
    expect(await findYearToKeep(db, noonOf('2026-08-30'))).toBeUndefined()
    expect(await findYearToKeep(db, noonOf('2026-08-31'))).toBe(2025)
    await record(db, { action: 'observation.approve', data: step })
    expect(await findYearToKeep(db, noonOf('2026-08-01'))).toBe(2025)
  })

  it('waits for every annual round of the year; other kinds do not count', async () => {
    const { db } = await openYear()
    await addRound(db, { regionCodes: ['37'], closesOn: '2026-09-30' })
    await addRound(db, { kind: 'late', opensOn: '2026-10-01', closesOn: '2026-12-31' })
    expect(await findYearToKeep(db, noonOf('2026-08-01'))).toBeUndefined()
    expect(await findYearToKeep(db, noonOf('2026-10-01'))).toBe(2025)
  })

  it('is made of each year: one that waits for reviewers does not hold up the one before, nor is that forgotten', async () => {
    const { db } = await openYear()
    await addRound(db, { year: 2024, opensOn: '2026-01-01', closesOn: '2026-06-30' })
    await submitOne(db)
    expect(await findYearToKeep(db, noonOf('2026-08-01'))).toBe(2024)
  })

  it('is of no year of which the rounds closed more than a year ago', async () => {
    const { db } = await openYear()
    expect(await findYearToKeep(db, noonOf('2027-07-31'))).toBe(2025)
    expect(await findYearToKeep(db, noonOf('2027-08-02'))).toBeUndefined()
  })

  it('is of no year where there are no annual rounds', async () => {
    const db = await databaseOfTest(engine)
    await openDesk(db, { kind: 'late' })
    expect(await findYearToKeep(db, noonOf('2030-01-01'))).toBeUndefined()
  })

  it('is made by the program by itself, once, and once more where the round is extended', async () => {
    const { db, roundId } = await openYear()
    let now = noonOf('2026-08-01')
    const clock = (): Date => now
    const { head, snapshots, remove } = await keepSigned(db, clock)
    onTestFinished(remove)
    const live = async (): Promise<void> => {
      const { app } = await openApp(db, now, { head, snapshots })
      snapshotEveryYear(app, db, snapshots, clock)
      await app.listen({ host: '127.0.0.1', port: 0 })
      onTestFinished(async () => await app.close())
    }
    await live()
    await expect.poll(async () => (await listSnapshots(db)).length, { timeout: 20_000 }).toBe(1)
    const [made] = await listSnapshots(db)
    expect(made).toMatchObject({ madeBy: 'tanbiao', roundYear: 2025, titleZh: '2025 年度填报结束后的数据快照' })
    expect(await findYearToKeep(db, noonOf('2026-12-01'))).toBeUndefined()
    now = noonOf('2026-08-02')
    await record(db, { action: 'round.revise', data: aRound({ roundId, revision: 2, closesOn: '2026-09-30' }) }, now)
    expect(await findYearToKeep(db, noonOf('2026-09-30'))).toBeUndefined()
    expect(await findYearToKeep(db, noonOf('2026-10-01'))).toBe(2025)
  })
})
