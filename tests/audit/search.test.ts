import type { Kysely, KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { findLastLine, listLines } from '../../server/audit/queries.ts'
import { findLines, type Place, type Reach, readFound, type Search } from '../../server/audit/search.ts'
import { lineTexts, logTexts } from '../../server/audit/streams.ts'
import type { AuditFilters } from '../../server/contract/audit.ts'
import type { Database } from '../../server/db/schema.ts'
import { NOW } from '../helpers/app.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'

/** A long log in small: with 50 lines by one statement the demo takes many, and with 20 no search of it ends at once. */
const REACH: Reach = { step: 50, countStep: 30, steps: 1000 }
const SHORT: Reach = { step: 20, countStep: 20, steps: 3 }

interface Line {
  seq: number
  at: string
  actor: string
  role: string
  action: string
  object: string
}

const FILTERS: [AuditFilters, (line: Line, text: string) => boolean][] = [
  [{}, () => true],
  [{ actor: 'qh-reporter' }, ({ actor }) => actor === 'qh-reporter'],
  [{ action: 'observation.approve' }, ({ action }) => action === 'observation.approve'],
  [{ role: 'reviewer' }, ({ role }) => role === 'reviewer'],
  [
    { action: 'observation.approve', actor: 'qh-reviewer' },
    ({ action, actor }) => action === 'observation.approve' && actor === 'qh-reviewer',
  ],
  [{ object: 'observation/*' }, ({ object }) => object.startsWith('observation/')],
  [
    { object: 'observation/63/*', role: 'reporter' },
    ({ object, role }) => object.startsWith('observation/63/') && role === 'reporter',
  ],
  [{ q: '2025' }, (_line, text) => text.slice(0, -75).includes('2025')],
  [
    { q: 'ENTER 2025', actor: 'qh-reporter' },
    ({ actor }, text) => actor === 'qh-reporter' && text.includes('enter') && text.slice(0, -75).includes('2025'),
  ],
  [{ q: 'nothing-has-this-text' }, () => false],
]

describeOnBothEngines('a search of a long log', (engine) => {
  const world = shared(engine, async (db) => {
    await loadDemo(db, NOW)
    const texts = await listLines(db)
    return { db, texts, upTo: (await findLastLine(db))?.seq ?? 0 }
  })
  const asked = (filters: AuditFilters, after = 0): Search => ({ filters, after, upTo: world().upTo })
  const expectedOf = (holds: (line: Line, text: string) => boolean): number[] =>
    world()
      .texts.filter((text) => holds(JSON.parse(text) as Line, text))
      .map((text) => (JSON.parse(text) as Line).seq)

  it.each([REACH, SHORT])('finds and counts all, by many small statements (%o)', async (reach) => {
    const { db, upTo } = world()
    for (const [filters, holds] of FILTERS) {
      const expected = expectedOf(holds).toReversed()
      const seen: number[] = []
      let place: Place | undefined
      let before = upTo
      do {
        const found = await findLines(db, asked(filters), { limit: 90, place, reach })
        seen.push(...found.lines.map(({ seq }) => seq))
        // What it says of how far it came is so.
        expect(found.unsearched).toBeLessThanOrEqual(before)
        before = found.unsearched
        expect(found.total, JSON.stringify(filters)).toBe(expected.filter((seq) => seq > found.unsearched).length)
        place = found.next
      } while (place !== undefined)
      expect(seen, JSON.stringify(filters)).toEqual(expected)
      expect(before).toBe(0)
    }
  })

  it('ends after so many lines, says how many are left, and goes on there', async () => {
    const { db, upTo } = world()
    const search = asked({ q: 'nothing-has-this-text' })
    const found = await findLines(db, search, { limit: 10, place: undefined, reach: SHORT })
    expect(found).toMatchObject({ lines: [], total: 0, unsearched: upTo - 60, next: { before: upTo - 59 } })
    const next = await findLines(db, search, { limit: 10, place: found.next, reach: SHORT })
    expect(next.unsearched).toBe(upTo - 120)
  })

  it('is whole at once where an index leaves few lines, however long the log', async () => {
    const { db } = world()
    for (const filters of [
      { action: 'theme.add', q: 'platforms' },
      { object: 'theme/*', role: 'system' },
      { action: 'theme.add', actor: 'tanbiao' },
    ] as AuditFilters[]) {
      expect(await findLines(db, asked(filters), { limit: 10, place: undefined, reach: SHORT })).toMatchObject({
        unsearched: 0,
        next: undefined,
      })
    }
  })

  it('lets others have their turn after each statement', async () => {
    const { db, upTo } = world()
    for (const filters of [{ q: 'nothing-has-this-text' }, { role: 'leader' }, { object: 'observation/*' }] as const) {
      const turns = countTurns()
      await findLines(db, asked(filters), { limit: 10, place: undefined, reach: REACH })
      expect(turns.end(), JSON.stringify(filters)).toBeGreaterThan(upTo / REACH.step - 2)
      const others = countTurns()
      await Array.fromAsync(readFound(db, asked(filters), REACH))
      expect(others.end(), JSON.stringify(filters)).toBeGreaterThan(upTo / REACH.step - 2)
    }
  })

  it('lets others have their turn between the pages of a file', async () => {
    const { db, upTo } = world()
    for (const file of [() => lineTexts(db, asked({}), true), () => logTexts(db, upTo)]) {
      const turns = countTurns()
      await Array.fromAsync(file())
      expect(turns.end()).toBeGreaterThan(upTo / 1000 - 2)
    }
  })

  it('reads no line twice: a statement has one bound at each end, and a limit', async () => {
    const { db } = world()
    const { spied, texts } = spyOn(db)
    for (const [filters] of FILTERS) {
      await Array.fromAsync(readFound(spied, asked(filters, 5), REACH))
      const { next } = await findLines(spied, asked(filters, 5), { limit: 9, place: undefined, reach: SHORT })
      await findLines(spied, asked(filters, 5), { limit: 9, place: next, reach: SHORT })
    }
    for (const text of texts.filter((one) => !one.includes('"seq" in'))) {
      const [inner = text] = /\(select.* limit [^)]*\)/.exec(text) ?? []
      expect(inner).toContain('limit')
      expect([inner.match(/seq >/g)?.length ?? 0, inner.match(/seq </g)?.length ?? 0], text).toEqual(
        inner.includes('object >') ? [0, 0] : [1, 1],
      )
    }
  })
})

/** How often the event loop comes round. */
function countTurns() {
  let count = 0
  let next = setImmediate(turn)
  function turn(): void {
    count += 1
    next = setImmediate(turn)
  }
  return {
    end: (): number => {
      clearImmediate(next)
      return count
    },
  }
}

function spyOn(db: Kysely<Database>): { spied: Kysely<Database>; texts: string[] } {
  const texts: string[] = []
  const spy: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      texts.push(db.getExecutor().compileQuery(node, queryId).sql)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  return { spied: db.withPlugin(spy), texts }
}
