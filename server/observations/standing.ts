import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { pause } from '../pause.ts'
import { NONE, readRegions, type YearFigures } from './standing-rows.ts'

/** How all figures, or those of a region, stood at a line of the log. */
export interface Figures {
  of: (regionCode: string, year: number) => YearFigures
  /** The letter of an indicator in the texts of a region and year. */
  letterOf: (indicatorCode: string) => string
}

interface Standing extends Figures {
  years: ReadonlyMap<string, YearFigures>
}

/** The figures of one region at the line `seq`. */
export async function readFiguresOf(db: Kysely<Database>, seq: number, regionCode: string): Promise<Figures> {
  const letterOf = newLetters()
  return toStanding(await readRegions(db, seq, [regionCode], letterOf), letterOf)
}

/** The last that were asked for. What has happened since is a few regions; all are read once. */
const latest = new WeakMap<Kysely<Database>, { seq: number; standing: Promise<Standing> }>()

/** The figures of all regions at the line `seq`; the same object as before where none stands otherwise. */
export async function readFigures(db: Kysely<Database>, seq: number): Promise<Figures> {
  const before = latest.get(db)
  if (before?.seq === seq) return await before.standing
  const standing =
    before === undefined
      ? readAll(db, seq)
      : before.standing.then(
          (known) => moveOn(db, known, before.seq, seq),
          () => readAll(db, seq),
        )
  const made = { seq, standing }
  latest.set(db, made)
  standing.catch(() => latest.get(db) === made && latest.delete(db))
  return await standing
}

async function readAll(db: Kysely<Database>, seq: number): Promise<Standing> {
  const rows = await db
    .selectFrom('region')
    .leftJoin('figure_count as count', 'count.region_code', 'region.code')
    .select(({ fn }) => ['region.code', fn.sum<number | string | null>('count.figures').as('figures')])
    .groupBy('region.code')
    .orderBy('region.code')
    .execute()
  // PostgreSQL answers sums as text.
  const regions = rows.map(({ code, figures }) => ({ code, figures: Number(figures ?? 0) }))
  const letterOf = newLetters()
  return toStanding(await readInPieces(db, seq, regions, letterOf), letterOf)
}

/** The same at another line, before or after: only what was entered or took a step between the two is read. */
async function moveOn(db: Kysely<Database>, known: Standing, from: number, to: number): Promise<Standing> {
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const entered = db
    .selectFrom('observation_revision')
    .select('region_code')
    .where('seq', '>', first)
    .where('seq', '<=', last)
  const stepped = db
    .selectFrom('observation_step as step')
    .innerJoin('observation_revision as revision', 'revision.seq', 'step.observation_seq')
    .select('revision.region_code')
    .where('step.seq', '>', first)
    .where('step.seq', '<=', last)
  const touched = await entered.union(stepped).execute()
  if (touched.length === 0) return known
  const codes = new Set(touched.map((row) => row.region_code))
  const counts = await db
    .selectFrom('figure_count')
    .select(({ fn }) => ['region_code', fn.sum<number | string>('figures').as('figures')])
    .groupBy('region_code')
    .execute()
  const figuresOf = new Map(counts.map((row) => [row.region_code, Number(row.figures)]))
  const regions = [...codes].toSorted().map((code) => ({ code, figures: figuresOf.get(code) ?? 0 }))
  const years = new Map([...known.years].filter(([key]) => !codes.has(key.slice(0, key.indexOf('/')))))
  let isChanged = false
  for (const [key, figures] of await readInPieces(db, to, regions, known.letterOf)) {
    const before = known.years.get(key)
    // What is the same stays the same object, by which is known what need not be counted again.
    const isKept = before !== undefined && isSame(before, figures)
    years.set(key, isKept ? before : figures)
    isChanged ||= !isKept
  }
  // A draft that is saved once more is a draft as before.
  return isChanged || years.size !== known.years.size ? toStanding(years, known.letterOf) : known
}

const isSame = (a: YearFigures, b: YearFigures): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Nobody shall wait longer for the event loop than it takes to read so many. */
const FIGURES_AT_ONCE = 10_000
const REGIONS_AT_ONCE = 200

async function readInPieces(
  db: Kysely<Database>,
  seq: number,
  regions: readonly { code: string; figures: number }[],
  letterOf: Figures['letterOf'],
): Promise<Map<string, YearFigures>> {
  const all = new Map<string, YearFigures>()
  let codes: string[] = []
  let sum = 0
  const read = async (): Promise<void> => {
    for (const [key, figures] of await readRegions(db, seq, codes, letterOf)) all.set(key, figures)
    codes = []
    sum = 0
    await pause()
  }
  for (const { code, figures } of regions) {
    if (codes.length === REGIONS_AT_ONCE || (codes.length > 0 && sum + figures > FIGURES_AT_ONCE)) await read()
    codes.push(code)
    sum += figures
  }
  if (codes.length > 0) await read()
  return all
}

const toStanding = (years: ReadonlyMap<string, YearFigures>, letterOf: Figures['letterOf']): Standing => ({
  years,
  of: (regionCode, year) => years.get(`${regionCode}/${year}`) ?? NONE,
  letterOf,
})

/** Gives each indicator a letter, for ever the same. */
function newLetters(): Figures['letterOf'] {
  const letters = new Map<string, string>()
  return (indicatorCode) => {
    const letter = letters.get(indicatorCode) ?? String.fromCharCode(letters.size)
    letters.set(indicatorCode, letter)
    return letter
  }
}
