import type { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import { findLastLine, NEWEST } from '../../server/audit/queries.ts'
import type { Due, DueCounts, DueItem } from '../../server/contract/due.ts'
import type { Database } from '../../server/db/schema.ts'
import { loadGround } from '../../server/observations/ground.ts'
import { listApproved } from '../../server/observations/queries.ts'
import { isPending, listRevisions, newestByFigure } from '../../server/observations/revisions.ts'
import { readFigures } from '../../server/observations/standing.ts'
import { findDueBoard } from '../../server/sheets/due-board.ts'
import { openDue } from '../../server/sheets/due.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addRound, aDraft, type Desk, openDesk } from '../helpers/desk.ts'
import { countStatements } from '../helpers/statements.ts'
import { addApproved, addDraft, addIndicator, addTarget, record } from '../helpers/world.ts'

// The day of the tests is 2026-06-30.

const countsFor = async (desk: Desk, query = ''): Promise<DueCounts> => {
  const administrator = await desk.as('administrator')
  const { status, body } = await administrator<DueCounts>('GET', `/api/due-counts${query}`)
  expect(status, query).toBe(200)
  return body
}

const lastSeq = async (db: Kysely<Database>): Promise<number> => (await findLastLine(db))?.seq ?? 0

/** Counties below Qinghai, each with a target and a figure of 2024. */
async function addCounties(db: Kysely<Database>, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, index) => String(630_101 + index))
  for (const code of codes) {
    const data = { code, nameZh: `县${code}`, nameEn: `County ${code}`, parentCode: '63' }
    await record(db, { action: 'region.add', data })
    await addTarget(db, { id: `plan-${code}`, regionCode: code })
    await addApproved(db, { regionCode: code, year: 2024 })
  }
  return codes
}

const countOf = (item: DueItem) => ({
  ...item,
  missing: item.missing.length,
  draft: item.draft.length,
  returned: item.returned.length,
  submitted: item.submitted.length,
})

/** The same counted from the figures themselves, for each region and round by itself. */
async function reckon(db: Kysely<Database>) {
  const { rounds, targetedIn } = await loadGround(db, NEWEST)
  const counted = []
  for (const { id, kind, year, indicatorCodes, regionCodes } of rounds) {
    for (const region of regionCodes) {
      const asked = [...new Set(indicatorCodes ?? targetedIn(region))]
      const revisions = await listRevisions(db, NEWEST, { region, year })
      const pending = [...newestByFigure(revisions).values()].filter(isPending)
      const approved = await listApproved(db, NEWEST, { region, year })
      const answers = approved.filter(({ missingReason }) => kind !== 'late' || missingReason !== 'not-yet-published')
      const isIn = (figures: readonly { indicatorCode: string }[]) => (code: string) =>
        figures.some(({ indicatorCode }) => indicatorCode === code)
      const owed = kind === 'revision' ? [] : asked
      const inState = (wanted: string): number =>
        pending.filter(({ state, indicatorCode }) => state === wanted && asked.includes(indicatorCode)).length
      counted.push({
        roundId: id,
        regionCode: region,
        asked: owed.length,
        missing: owed.filter((code) => !isIn(answers)(code) && !isIn(pending)(code)).length,
        draft: inState('draft'),
        returned: inState('returned'),
        submitted: inState('submitted'),
        approved: owed.filter(isIn(answers)).length,
      })
    }
  }
  return counted
}

describeOnBothEngines('GET /api/due-counts', (engine) => {
  it('counts what the list of names names, as figures move on', async () => {
    const desk = await openDesk(await databaseOfTest(engine), null)
    const { db } = desk
    const administrator = await desk.as('administrator')
    await addTarget(db, { id: 'sd-laboratories', regionCode: '37' })
    await addIndicator(db, { code: 'intensity', kind: 'change', better: 'lower', min: null })
    await addRound(db, { regionCodes: ['37', '63'], closesOn: '2026-06-20' })
    await addRound(db, { kind: 'late', regionCodes: ['37', '63'], indicatorCodes: ['intensity', 'laboratories'] })
    await addRound(db, { kind: 'revision', regionCodes: ['63'] })
    await addRound(db, { year: 2024, regionCodes: ['37', '63'], indicatorCodes: ['patents', 'laboratories'] })
    const areTheSame = async (): Promise<void> => {
      const named = (await administrator<Due>('GET', '/api/due')).body.items.map(countOf)
      const { items } = await countsFor(desk)
      const counted = items.map(({ region, ...item }) => ({ ...item, regionCode: region.code }))
      const byName = (a: { roundId: number; regionCode: string }, b: typeof a) =>
        a.roundId - b.roundId || Number(a.regionCode) - Number(b.regionCode)
      expect(counted.toSorted(byName)).toEqual(named.toSorted(byName))
      const reckoned = (await reckon(db)).toSorted(byName)
      expect(counted.toSorted(byName)).toEqual(reckoned.map((one) => expect.objectContaining(one)))
      expect(named).toHaveLength(7)
    }
    await areTheSame()
    await addDraft(db, { indicatorCode: 'intensity', measure: 'yoy', regionCode: '37' })
    await areTheSame()
    await addApproved(db, { value: null, missingReason: 'not-yet-published', source: null })
    await areTheSame()
    const id = await addDraft(db, { indicatorCode: 'patents', year: 2024 })
    await record(db, { action: 'observation.submit', data: { observationId: id, comment: null } })
    await areTheSame()
    expect((await countsFor(desk)).summary.waiting).toBe(1)
    await record(db, { action: 'observation.return', data: { observationId: id, comment: '请核对' } })
    await areTheSame()
    const again = await addDraft(db, { indicatorCode: 'patents', year: 2024, revision: 2 })
    await areTheSame()
    await record(db, { action: 'observation.discard', data: { observationId: again, comment: null } })
    await areTheSame()
    await addTarget(db, { id: 'sd-patents', regionCode: '37', indicatorCode: 'patents' })
    await areTheSame()
  })

  it('counts a figure once in the first sentence, where it can still be entered', async () => {
    const desk = await openDesk(await databaseOfTest(engine), null)
    const indicatorCodes = ['laboratories', 'patents']
    const regionCodes = ['37', '63']
    await addRound(desk.db, { regionCodes, indicatorCodes, closesOn: '2026-06-29' })
    await addRound(desk.db, { regionCodes, indicatorCodes, closesOn: '2026-06-28' })
    expect((await countsFor(desk)).summary).toMatchObject({ overdue: 4, overdueRegions: 2, left: 0, soon: 0 })
    await addRound(desk.db, { kind: 'late', regionCodes: ['63'], indicatorCodes: ['patents'] })
    await addRound(desk.db, { regionCodes: ['37'], indicatorCodes, closesOn: '2026-07-01' })
    expect((await countsFor(desk)).summary).toEqual({
      overdue: 1,
      overdueRegions: 1,
      soon: 2,
      soonRegions: 1,
      left: 3,
      leftRegions: 2,
      waiting: 0,
    })
  })

  it('begins with what is overdue, and finds regions, rounds and what is done, in pages', async () => {
    const desk = await openDesk(await databaseOfTest(engine), null)
    const counties = await addCounties(desk.db, 5)
    const later = await addRound(desk.db, { regionCodes: counties })
    const overdue = await addRound(desk.db, { year: 2023, regionCodes: counties, closesOn: '2026-06-01' })
    await addRound(desk.db, { year: 2024, regionCodes: counties })
    await addApproved(desk.db, { regionCode: '630103', year: 2023 })
    const all = await countsFor(desk)
    expect(all.items.map(({ when }) => when)).toEqual([
      ...Array<string>(4).fill('overdue'),
      ...Array<string>(5).fill('open'),
      ...Array<string>(6).fill('done'),
    ])
    expect(all.rounds).toContainEqual({ roundId: overdue, regions: 5, done: 1, left: 4 })
    expect((await countsFor(desk, '?done=1')).total).toBe(6)
    expect((await countsFor(desk, '?done=0&q=630103')).items).toMatchObject([
      { roundId: later, region: { nameEn: 'County 630103' } },
    ])
    const ofRound = await countsFor(desk, `?round=${overdue}&order=left`)
    expect(ofRound.items.map(({ missing }) => missing)).toEqual([1, 1, 1, 1, 0])
    expect((await countsFor(desk, '?order=left&perRound=2')).items).toHaveLength(6)
    const first = await countsFor(desk, '?limit=10')
    const rest = await countsFor(desk, `?limit=10&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items]).toEqual(all.items)
    expect((await countsFor(desk, '?limit=10&from=11')).items).toEqual(rest.items)
  })

  it('is for administrators only', async () => {
    const desk = await openDesk(await databaseOfTest(engine))
    const reporter = await desk.as('qh-reporter')
    expect((await reporter('GET', '/api/due-counts')).status).toBe(404)
  })
})

describeOnBothEngines('GET /api/due of all regions', (engine) => {
  it('comes in pages', async () => {
    const desk = await openDesk(await databaseOfTest(engine), null)
    await addRound(desk.db, { regionCodes: await addCounties(desk.db, 3) })
    const administrator = await desk.as('administrator')
    const first = (await administrator<Due>('GET', '/api/due?limit=2')).body
    expect(first).toMatchObject({ total: 3, items: [{ regionCode: '630101' }, { regionCode: '630102' }] })
    const rest = (await administrator<Due>('GET', `/api/due?limit=2&cursor=${first.nextCursor}`)).body
    expect(rest).toMatchObject({ nextCursor: null, items: [{ regionCode: '630103' }] })
  })
})

describeOnBothEngines('what is due of all regions', (engine) => {
  it('takes no more statements for more regions', async () => {
    const counts: number[] = []
    for (const regions of [3, 30]) {
      const { db } = await openDesk(await databaseOfTest(engine), null)
      const counties = await addCounties(db, regions)
      for (const year of [2023, 2024, 2025]) await addRound(db, { year, regionCodes: counties })
      const asOf = { seq: NEWEST, day: '2026-06-30' }
      let items = 0
      counts.push(
        await countStatements(db, async () => {
          items = (await findDueBoard(db, asOf)).items.length
          const { all, itemOf } = await openDue(db, asOf)
          expect(all.map(itemOf)).toHaveLength(items)
        }),
      )
      expect(items).toBe(3 * regions)
    }
    expect(counts[0]).toBeGreaterThan(2)
    expect(counts[1]).toBe(counts[0])
  })

  it('is counted again only where what it is made of has changed', async () => {
    const desk = await openDesk(await databaseOfTest(engine))
    const { db, as } = desk
    const board = async (day = '2026-06-30') => await findDueBoard(db, { seq: await lastSeq(db), day })
    const reporter = await as('qh-reporter')
    const draft = (value: string) => reporter('PUT', '/api/observations', { items: [aDraft({ value })] })
    await draft('45')
    const before = await board()
    const seq = await lastSeq(db)
    expect((await reporter('GET', '/api/due-counts')).status).toBe(404)
    await draft('46')
    expect(await lastSeq(db)).toBeGreaterThanOrEqual(seq + 2)
    expect(await board()).toBe(before)
    expect(await board('2026-07-01')).not.toBe(before)
    const known = await board()
    expect((await reporter('POST', '/api/submissions', { regionCode: '63', year: 2025 })).status).toBe(200)
    const submitted = await board()
    expect(submitted).not.toBe(known)
    await addRound(db, { year: 2024 })
    const more = await board()
    expect(more.items).toHaveLength(submitted.items.length + 1)
    await addTarget(db, { id: 'qh-patents', indicatorCode: 'patents' })
    expect(await board()).not.toBe(more)
  })

  describe('how figures stand', () => {
    it('is known at an earlier line as well as at a later one', async () => {
      const { db, as } = await openDesk(await databaseOfTest(engine))
      const lastLine = () => lastSeq(db)
      const stateAt = async (seq: number) => {
        const figures = await readFigures(db, seq)
        const { published, pending } = figures.of('63', 2025)
        return {
          isPublished: published.includes(figures.letterOf('laboratories')),
          states: pending.map(({ state }) => state),
        }
      }
      const nothing = await lastLine()
      const reporter = await as('qh-reporter')
      await reporter('PUT', '/api/observations', { items: [aDraft()] })
      const drafted = await lastLine()
      expect(await stateAt(drafted)).toEqual({ isPublished: false, states: ['draft'] })
      await addApproved(db, { indicatorCode: 'patents' })
      await reporter('POST', '/api/submissions', { regionCode: '63', year: 2025 })
      const submitted = await lastLine()
      expect(await stateAt(submitted)).toEqual({ isPublished: false, states: ['submitted'] })
      const { seq } = await db
        .selectFrom('observation_revision')
        .select('seq')
        .where('indicator_code', '=', 'laboratories')
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow()
      await record(db, { action: 'observation.approve', data: { observationId: seq, comment: null } })
      const approved = await lastLine()
      expect(await stateAt(approved)).toEqual({ isPublished: true, states: [] })
      expect(await stateAt(submitted)).toEqual({ isPublished: false, states: ['submitted'] })
      expect(await stateAt(nothing)).toEqual({ isPublished: false, states: [] })
      expect(await stateAt(approved)).toEqual({ isPublished: true, states: [] })
    })
  })
})
