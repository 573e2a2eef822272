import { type Kysely, sql } from 'kysely'
import { engineOf } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import type { ReviewState } from '../domain/words.ts'
import { pause } from '../pause.ts'
import { type Condition, FIGURE_KEY, keyOf } from './approvals.ts'
import { inForce, lastApproval } from './in-force.ts'

/** A figure that waits for its reporter or for a decision. */
export interface PendingFigure {
  indicatorCode: string
  measure: string
  state: Exclude<ReviewState, 'approved'>
}

/** How the figures of a region and year stand; indicators as letters, so that those of a nation take little memory. */
export interface YearFigures {
  /** Approved with a value, or as something that will not be published. */
  published: string
  /** Approved as not yet published. */
  unpublished: string
  /** In the order in which they were entered first. */
  pending: readonly PendingFigure[]
}

/** How all figures, or those of a region, stood at a line of the log. */
export interface Figures {
  of: (regionCode: string, year: number) => YearFigures
  /** The letter of an indicator in the texts above. */
  letterOf: (indicatorCode: string) => string
}

interface Standing extends Figures {
  years: ReadonlyMap<string, YearFigures>
}

const NONE: YearFigures = { published: '', unpublished: '', pending: [] }

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

async function readRegions(
  db: Kysely<Database>,
  seq: number,
  regionCodes: readonly string[],
  letterOf: Figures['letterOf'],
): Promise<Map<string, YearFigures>> {
  const chosen: Condition = (table) => sql`${sql.ref(`${table}.region_code`)} in (${sql.join(regionCodes)})`
  const years = new Map<string, YearFigures & { pending: PendingFigure[] }>()
  const taken = (key: string) => {
    const figures = years.get(key) ?? { ...NONE, pending: [] }
    years.set(key, figures)
    return figures
  }
  const lettersOf = (codes: string | null): string =>
    codes === null ? '' : [...new Set(codes.split(','))].map(letterOf).join('')
  for (const row of await readApproved(db, seq, chosen)) {
    const figures = taken(`${row.region_code}/${row.year}`)
    figures.published = lettersOf(row.published)
    figures.unpublished = lettersOf(row.unpublished)
  }
  for (const row of await readPending(db, seq, chosen)) {
    const { indicator_code: indicatorCode, measure, step } = row
    const state = step === 'submitted' || step === 'returned' ? step : 'draft'
    taken(`${row.region_code}/${row.year}`).pending.push({ indicatorCode, measure, state })
  }
  return years
}

/** The indicators of the approved figures in force, a row per region and year. */
async function readApproved(db: Kysely<Database>, seq: number, chosen: Condition) {
  const joined = sql.raw(engineOf(db) === 'postgres' ? 'string_agg' : 'group_concat')
  const isUnpublished = sql`figure.missing_reason = 'not-yet-published'`
  const published = sql<string | null>`${joined}(case when ${isUnpublished} then null else indicator_code end, ',')`
  const unpublished = sql<string | null>`${joined}(case when ${isUnpublished} then indicator_code end, ',')`
  const today = await db
    .selectFrom('current_figure as figure')
    .where(chosen('figure'))
    .select(['region_code', 'year', published.as('published'), unpublished.as('unpublished')])
    .select(lastApproval(db).as('last'))
    .groupBy(['region_code', 'year'])
    .execute()
  // Mostly nothing has come into force since.
  if ((today[0]?.last ?? 0) <= seq) return today
  return await db
    .selectFrom(inForce(db, seq, chosen).as('figure'))
    .select(['region_code', 'year', published.as('published'), unpublished.as('unpublished')])
    .groupBy(['region_code', 'year'])
    .execute()
}

/** The newest revisions that are neither approved nor taken back, each with its last step, if it took one. */
async function readPending(db: Kysely<Database>, seq: number, chosen: Condition) {
  const first = db
    .selectFrom('observation_revision as first')
    .select('first.seq')
    .where(sql<boolean>`(${keyOf('first')}) = (${keyOf('revision')})`)
    .where('first.revision', '=', 1)
  const newer = db
    .selectFrom('observation_revision as newer')
    .select('newer.seq')
    .where(sql<boolean>`(${keyOf('newer')}) = (${keyOf('revision')})`)
    .where(sql<boolean>`newer.revision > revision.revision`)
    .where('newer.seq', '<=', seq)
  const steps = db
    .selectFrom('observation_step as step')
    .where(sql<boolean>`step.observation_seq = revision.seq`)
    .where('step.seq', '<=', seq)
  // After either there is no further step.
  const ended = steps.select('step.seq').where('step.step', 'in', ['approved', 'discarded'])
  return await db
    .selectFrom('observation_revision as revision')
    .where('revision.seq', '<=', seq)
    .where(chosen('revision'))
    .where((eb) => eb.not(eb.exists(ended)))
    .where((eb) => eb.not(eb.exists(newer)))
    .select(FIGURE_KEY)
    .select([steps.select('step.step').orderBy('step.seq', 'desc').limit(1).as('step'), first.as('first_seq')])
    .orderBy('first_seq')
    .execute()
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
