import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import type { SavedList } from '../../server/contract/entry.ts'
import type { Database } from '../../server/db/schema.ts'
import { readTypedFigure } from '../../server/domain/typed-figure.ts'
import { type WrittenFigure, writtenFigures } from '../domain/typed-figures.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { addRound } from '../helpers/desk.ts'
import { addGround, addIndicator, record } from '../helpers/world.ts'

export interface FiguresProved {
  strings: number
  /** Read as one clear number, saved, approved, and exported. */
  stored: number
  refused: number
  blankOrMissing: number
  /** Strings of which something else came out than was written. */
  wrong: string[]
}

/** So many strings go into one request, each as the figure of an indicator of its own. */
export const FIGURES_PER_SAVE = 1000
const YEAR = 2025

/**
 * Strings as offices write them: each is read, saved over the API, submitted, approved and exported as CSV; what comes
 * out is held against what the string was made from.
 *
 * @param withDatabase gives an empty, migrated database to at most 50 × `FIGURES_PER_SAVE` strings, and closes it
 */
export async function proveFigures(
  strings: number,
  seed: number,
  withDatabase: (work: (db: Kysely<Database>) => Promise<void>) => Promise<void>,
  onBatch: (done: number) => void = () => undefined,
): Promise<FiguresProved> {
  const result: FiguresProved = { strings: 0, stored: 0, refused: 0, blankOrMissing: 0, wrong: [] }
  const perSave = Math.min(FIGURES_PER_SAVE, strings)
  while (result.strings < strings) {
    await withDatabase(async (db) => {
      await prepare(db, perSave)
      const app = await openApp(db)
      for (let region = 0; region < 50 && result.strings < strings; region++) {
        const written = fc.sample(writtenFigures, { numRuns: perSave, seed: seed + result.strings })
        await proveBatch(db, app, String(6300 + region), written, result)
        result.strings += written.length
        onBatch(result.strings)
      }
      await app.app.close()
    })
  }
  return result
}

async function prepare(db: Kysely<Database>, count: number): Promise<void> {
  await addGround(db)
  const codes = Array.from({ length: count }, (_, index) => [`level-${index}`, `done-${index}`]).flat()
  for (const code of codes) {
    const isDone = code.startsWith('done')
    await addIndicator(db, { code, min: null, ...(isDone && { kind: 'done', unitZh: '', unitEn: '' }) })
  }
}

async function proveBatch(
  db: Kysely<Database>,
  app: TestApp,
  regionCode: string,
  written: readonly WrittenFigure[],
  result: FiguresProved,
): Promise<void> {
  const expected = new Map<string, string>()
  for (const [index, { text, wanted, expected: meant }] of written.entries()) {
    const read = readTypedFigure(text, wanted)
    if (read.is !== meant.is || (read.is === 'figure' && meant.is === 'figure' && read.value !== meant.value)) {
      result.wrong.push(JSON.stringify({ text, wanted, meant, read }))
    } else if (read.is === 'figure') {
      expected.set(`${wanted.kind === 'done' ? 'done' : 'level'}-${index}`, read.value)
    } else if (read.is === 'refused') result.refused += 1
    else result.blankOrMissing += 1
  }
  const exported = await storeAndExport(db, app, regionCode, expected)
  for (const [code, value] of expected) {
    if (exported.get(code) !== value) result.wrong.push(JSON.stringify({ code, value, exported: exported.get(code) }))
    else result.stored += 1
  }
  if (exported.size !== expected.size) result.wrong.push(`${exported.size} figures came out of ${expected.size}`)
}

async function storeAndExport(
  db: Kysely<Database>,
  app: TestApp,
  regionCode: string,
  figures: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  if (figures.size === 0) return new Map()
  await record(db, {
    action: 'region.add',
    data: { code: regionCode, nameZh: regionCode, nameEn: regionCode, parentCode: null },
  })
  await addRound(db, { regionCodes: [regionCode], indicatorCodes: [...figures.keys()] })
  const [reporter, reviewer] = [`reporter-${regionCode}`, `reviewer-${regionCode}`]
  await addAccount(db, { username: reporter, role: 'reporter', regionCode })
  await addAccount(db, { username: reviewer, role: 'reviewer', regionCode })
  const ask = async <Body>(username: string, method: 'PUT' | 'POST', url: string, payload: object): Promise<Body> => {
    const { status, body } = await app.request({ method, url, payload, headers: await signIn(db, username, NOW) })
    if (status !== 200) throw new Error(`${method} ${url}: ${status} ${JSON.stringify(body)}`)
    return body as Body
  }
  const items = [...figures].map(([indicatorCode, value]) => ({
    regionCode,
    indicatorCode,
    year: YEAR,
    value,
    note: '已核',
  }))
  await ask(reporter, 'PUT', '/api/observations', { items })
  const { items: submitted } = await ask<SavedList>(reporter, 'POST', '/api/submissions', { regionCode, year: YEAR })
  const observationIds = submitted.map(({ id }) => id)
  await ask(reviewer, 'POST', '/api/reviews', { decision: 'approve', observationIds })
  const { text } = await app.get(`/api/observations.csv?region=${regionCode}&bom=0`)
  const rows = parse(text, { columns: true }) as { indicator_code: string; value: string }[]
  return new Map(rows.map((row) => [row.indicator_code, row.value]))
}
