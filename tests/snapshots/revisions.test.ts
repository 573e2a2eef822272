import { CompiledQuery, type Kysely, type KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { findLastLine } from '../../server/audit/queries.ts'
import type { Database } from '../../server/db/schema.ts'
import { csvLine } from '../../server/domain/csv.ts'
import { REVISION_COLUMNS, type RevisionRow, revisionRows } from '../../server/snapshots/revisions.ts'
import { NOW } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addApproved, addGround, addIndicator } from '../helpers/world.ts'

describeOnBothEngines('the revisions of a snapshot', (engine) => {
  it('tell every field of the log once, each from what it was to what it became', async () => {
    const db = await databaseOfTest(engine)
    await loadDemo(db, NOW)
    const upTo = (await findLastLine(db))?.seq ?? 0
    const rows = await Array.fromAsync(revisionRows(db, upTo))
    const keys = rows.map(({ line, change }) => `${line.seq} ${change.field}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(rows.map(({ line }) => line.seq)).toEqual(rows.map(({ line }) => line.seq).toSorted((a, b) => a - b))

    // Played one after the other, the new values of a field are the old ones of the next.
    const now = new Map<string, RevisionRow['change']['new']>()
    for (const { line, change } of rows) {
      const key = `${line.object} ${change.field}`
      if (now.has(key)) expect(change.old, key).toBe(now.get(key))
      now.set(key, change.new)
    }
    const corrected = rows.filter(({ line, change }) => line.action === 'observation.enter' && change.old !== null)
    expect(corrected.length).toBeGreaterThan(0)
    expect(rows.filter(({ change }) => change.field === 'state' && change.new === 'approved').length).toBeGreaterThan(
      100,
    )
  }, 60_000)

  it('keep figures numbers, and guard what a spreadsheet would take for a formula', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    const correction = { code: 'typing', reason: '漏了负号' } as const
    await addApproved(db, { year: 2024, value: '3.8', note: '-3.8%' })
    await addApproved(db, { year: 2024, value: '-3.8', note: '-07', revision: 2, correction })
    const rows = await Array.fromAsync(revisionRows(db, (await findLastLine(db))?.seq ?? 0))
    const lines = rows.filter(({ line }) => line.action === 'observation.enter')
    const cells = lines.map((row) => csvLine(REVISION_COLUMNS, row).split(',').slice(5, 8))
    expect(cells.filter(([field]) => field === 'value')).toEqual([
      ['value', '', '3.8'],
      ['value', '3.8', '-3.8'],
    ])
    expect(cells.filter(([field]) => field === 'note')).toEqual([
      ['note', '', "'-3.8%"],
      ['note', "'-3.8%", "'-07"],
    ])
  })

  it('are as many as were known, at whatever line one stops', async () => {
    const db = await databaseOfTest(engine)
    await loadDemo(db, NOW)
    const upTo = (await findLastLine(db))?.seq ?? 0
    const all = await Array.fromAsync(revisionRows(db, upTo))
    for (const seq of [0, 1, Math.floor(upTo / 2)]) {
      const told = ({ line, change }: RevisionRow) => [line.seq, change]
      expect((await Array.fromAsync(revisionRows(db, seq))).map(told)).toEqual(
        all.filter(({ line }) => line.seq <= seq).map(told),
      )
    }
  }, 60_000)
})

/** How SQLite means to find what is asked of a database. */
function plansOf(db: Kysely<Database>): { spied: Kysely<Database>; plans: () => Promise<string[]> } {
  const asked: CompiledQuery[] = []
  const spy: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const planOf = async ({ sql, parameters }: CompiledQuery): Promise<string> => {
    const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters])
    return (await db.executeQuery<{ detail: string }>(plan)).rows.map(({ detail }) => detail).join('; ')
  }
  return { spied: db.withPlugin(spy), plans: () => Promise.all(asked.map(planOf)) }
}

it('the pages of revisions are found by number or object: by action, each page would read all that follow it (sqlite)', async () => {
  const db = await databaseOfTest('sqlite')
  await loadDemo(db, NOW)
  const { spied, plans } = plansOf(db)
  await Array.fromAsync(revisionRows(spied, (await findLastLine(db))?.seq ?? 0))
  const found = new Set(await plans())
  expect([...found].toSorted()).toEqual([
    expect.stringMatching(/^SEARCH audit_line USING INDEX audit_line_object /),
    expect.stringMatching(/^SEARCH audit_line USING INTEGER PRIMARY KEY \(rowid>/),
  ])
}, 60_000)
