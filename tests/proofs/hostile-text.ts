import { parse } from 'csv-parse/sync'
import type { Kysely } from 'kysely'
import type { SavedList } from '../../server/contract/entry.ts'
import type { ImportPreview } from '../../server/contract/import.ts'
import type { Database } from '../../server/db/schema.ts'
import { LONGEST_NOTE, LONGEST_SOURCE } from '../../server/domain/lengths.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { addRound } from '../helpers/desk.ts'
import { addGround, addIndicator, record } from '../helpers/world.ts'
import { hostileString } from './hostile-strings.ts'
import { randomFrom } from './random.ts'
import { addHostileTargets } from './snapshot-texts.ts'

/** A figure with two texts beside it. */
export interface HostileRow {
  value: string
  source: string
  note: string
}

export interface TextProved {
  strings: number
  /** Came out of the export and of the import of that file as they went in, each with its figure. */
  kept: number
  wrong: string[]
}

/** So many figures go into one request and one file, each of an indicator of its own. */
const FIGURES_PER_FILE = 1000
const HOSTILE_TARGETS = 200
const YEAR = 2025
/** What no cell of text may begin with, said here once more. */
const LIVE = /^[=+\-@\t\r\n＝＋－＠]/

interface Wanted {
  strings: number
  seed: number
  /** Gives an empty, migrated database to at most 50 files, and closes it. */
  withDatabase: (work: (db: Kysely<Database>) => Promise<void>) => Promise<void>
  /** Sees each exported file and what it was made from; answers what is wrong with it. */
  onFile?: ((csv: string, rows: readonly HostileRow[]) => Promise<string[]>) | undefined
  /** Sees each database when all of its files are made. */
  onDatabase?: ((db: Kysely<Database>) => Promise<string[]>) | undefined
  onBatch?: ((done: number) => void) | undefined
}

/**
 * Hostile texts are saved as source and note of figures over the API, submitted, approved and exported as CSV; the
 * exported file is read as a spreadsheet would split it, and imported again.
 */
export async function proveText({ strings, seed, withDatabase, ...seeing }: Wanted): Promise<TextProved> {
  const result: TextProved = { strings: 0, kept: 0, wrong: [] }
  const perFile = Math.min(FIGURES_PER_FILE, Math.ceil(strings / 2))
  while (result.strings < strings) {
    await withDatabase(async (db) => {
      const codes = await prepare(db, perFile)
      await addHostileTargets(db, codes.slice(0, HOSTILE_TARGETS), randomFrom(seed - 1))
      const app = await openApp(db)
      for (let region = 0; region < 50 && result.strings < strings; region++) {
        const random = randomFrom(seed + result.strings)
        const rows = new Map(codes.map((code) => [code, hostileRow(random)]))
        const csv = await proveFile(db, app, String(6300 + region), rows, result)
        result.wrong.push(...((await seeing.onFile?.(csv, [...rows.values()])) ?? []))
        result.strings += rows.size * 2
        seeing.onBatch?.(result.strings)
      }
      await app.app.close()
      result.wrong.push(...((await seeing.onDatabase?.(db)) ?? []))
    })
  }
  return result
}

function hostileRow(random: () => number): HostileRow {
  const digits = String(Math.floor(random() * 1e6))
  const value = `${random() < 0.4 && digits !== '0' ? '-' : ''}${digits}${random() < 0.5 ? `.${Math.floor(random() * 1e4)}0` : ''}`
  return { value, source: hostileString(random, LONGEST_SOURCE), note: hostileString(random, LONGEST_NOTE) }
}

/** The indicators in the order in which the export lists them. */
async function prepare(db: Kysely<Database>, count: number): Promise<string[]> {
  await addGround(db)
  const codes = Array.from({ length: count }, (_, index) => `level-${String(index).padStart(4, '0')}`)
  for (const code of codes) await addIndicator(db, { code, min: null })
  return codes
}

/** Takes one file's worth through the application; answers the exported file. */
async function proveFile(
  db: Kysely<Database>,
  app: TestApp,
  regionCode: string,
  rows: ReadonlyMap<string, HostileRow>,
  result: TextProved,
): Promise<string> {
  const [reporter, reviewer] = await addPeople(db, regionCode, [...rows.keys()])
  const ask = async <Body>(username: string, method: 'PUT' | 'POST', url: string, payload: object | string) => {
    const headers = {
      ...(await signIn(db, username, NOW)),
      ...(typeof payload === 'string' && { 'content-type': 'text/csv' }),
    }
    const { status, body, text } = await app.request({ method, url, payload, headers })
    if (status !== 200) throw new Error(`${method} ${url}: ${status} ${text.slice(0, 2000)}`)
    return body as Body
  }
  const items = [...rows].map(([indicatorCode, row]) => ({ regionCode, indicatorCode, year: YEAR, ...row }))
  await ask(reporter, 'PUT', '/api/observations', { items })
  const { items: submitted } = await ask<SavedList>(reporter, 'POST', '/api/submissions', { regionCode, year: YEAR })
  await ask(reviewer, 'POST', '/api/reviews', { decision: 'approve', observationIds: submitted.map(({ id }) => id) })
  const { text } = await app.get(`/api/observations.csv?region=${regionCode}`)
  checkCells(text, rows, result)
  // What comes back from the import as another text would be a change of the figure.
  const address = `/api/imports?region=${regionCode}&year=${YEAR}`
  const { changes, problems, unchanged } = await ask<ImportPreview>(reporter, 'POST', address, text)
  result.wrong.push(...problems.map((problem) => JSON.stringify({ problem })))
  result.wrong.push(
    ...changes.map(({ before, source, note, value }) => JSON.stringify({ before, after: { value, source, note } })),
  )
  result.kept += unchanged * 2
  return text
}

async function addPeople(
  db: Kysely<Database>,
  regionCode: string,
  indicatorCodes: string[],
): Promise<[string, string]> {
  const data = { code: regionCode, nameZh: regionCode, nameEn: regionCode, parentCode: null }
  await record(db, { action: 'region.add', data })
  await addRound(db, { regionCodes: [regionCode], indicatorCodes })
  const people: [string, string] = [`reporter-${regionCode}`, `reviewer-${regionCode}`]
  await addAccount(db, { username: people[0], role: 'reporter', regionCode })
  await addAccount(db, { username: people[1], role: 'reviewer', regionCode })
  return people
}

/** Cell by cell: a figure stands as it was entered, a text begins with nothing live and is itself without one quote. */
function checkCells(csv: string, rows: ReadonlyMap<string, HostileRow>, { wrong }: TextProved): void {
  const cells = parse(csv, { bom: true, columns: true }) as Record<'indicator_code' | keyof HostileRow, string>[]
  if (cells.length !== rows.size) wrong.push(`${cells.length} rows came out of ${rows.size}`)
  for (const { indicator_code, value, source, note } of cells) {
    const row = rows.get(indicator_code)
    if (value !== row?.value) wrong.push(JSON.stringify({ indicator_code, value, wanted: row?.value }))
    for (const [cell, text] of [
      [source, row?.source],
      [note, row?.note],
    ] as const) {
      const isKept = LIVE.test(text ?? '') || text?.startsWith("'") ? cell === `'${text}` : cell === text
      if (LIVE.test(cell) || !isKept) wrong.push(JSON.stringify({ cell, text }))
    }
  }
}
