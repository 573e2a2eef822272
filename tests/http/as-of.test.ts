import { setTimeout as delay } from 'node:timers/promises'
import { CompiledQuery, type KyselyPlugin } from 'kysely'
import { describe, expect, it } from 'vitest'
import { seqAt } from '../../server/audit/queries.ts'
import { recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { resolveAsOf, toInstant } from '../../server/http/as-of.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround, anIndicator } from '../helpers/world.ts'

describe('the instant that an asOf names', () => {
  it.each([
    ['2026-03-18', '2026-03-18T15:59:59.999Z'],
    ['2024-02-29', '2024-02-29T15:59:59.999Z'],
    ['2026-03-18T08:00:00+08:00', '2026-03-18T00:00:00.000Z'],
    ['2026-03-18t00:00:00.5z', '2026-03-18T00:00:00.500Z'],
    ['2026-03-18T23:59:59.999999999Z', '2026-03-18T23:59:59.999Z'],
  ])('%s is %s', (text, instant) => {
    expect(toInstant(text)?.toISOString()).toBe(instant)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31T00:00:00Z',
    '2026-03-18T24:01:00Z',
    '2026-03-18T10:60:00Z',
    '2026-03-18T10:00:00+25:00',
  ])('%s is in no calendar', (text) => {
    expect(toInstant(text)).toBeUndefined()
  })
})

const clock = (): Date => new Date()

describeOnBothEngines('an answer as of now', (engine) => {
  it('rests on the same lines when its instant is asked for later, whatever was being written', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    const [isWritten, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const writing = inWriteTransaction(db, async (trx) => {
      const { instant } = await resolveAsOf(trx, clock, undefined)
      const data = anIndicator()
      await recordChange(trx, { username: 'a', role: 'administrator' }, instant, { action: 'indicator.add', data })
      isWritten.resolve()
      await mayEnd.promise
    })
    await isWritten.promise
    await delay(20)
    const meanwhile = await resolveAsOf(db, clock, undefined)
    mayEnd.resolve()
    await writing
    const later = await resolveAsOf(db, clock, meanwhile.instant.toISOString())
    expect(later).toEqual(meanwhile)
    expect((await resolveAsOf(db, clock, undefined)).seq).toBe(meanwhile.seq + 1)
  })
})

it('the last line of a day in the past is found by the index of days, not from the end of the log (sqlite)', async () => {
  const db = await databaseOfTest('sqlite')
  await addGround(db)
  const asked: CompiledQuery[] = []
  const spy: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  await seqAt(db.withPlugin(spy), new Date('2000-01-01T00:00:00.000Z'))
  const [{ sql, parameters } = { sql: '', parameters: [] }] = asked
  const plan = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  )
  expect(plan.rows.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('USING COVERING INDEX audit_line_at (at<?)'),
  ])
})

describeOnBothEngines('the last line that was written by an instant', (engine) => {
  it('is the last of several of one instant, and none before the first', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    const lines = await db.selectFrom('audit_line').select(['seq', 'at']).orderBy('seq').execute()
    for (const at of ['2000-01-01T00:00:00.000Z', ...lines.map((line) => line.at), '2099-01-01T00:00:00.000Z']) {
      expect(await seqAt(db, new Date(at))).toBe(lines.findLast((line) => line.at <= at)?.seq ?? 0)
    }
  })
})
