import type { Indicator } from '../../../server/contract/reference.ts'
import { FIGURE_COLUMNS } from '../../../server/observations/approvals.ts'
import { CAMPAIGNS, type Moments, momentsOfSheet } from './calendar.ts'
import { isCorrected, wasApproved } from './lives.ts'
import { actorsOf, type Ground, type Version, versionOf } from './sheets.ts'
import type { Row } from './sink.ts'

/** The figures in force and how many they are, as whoever approves them keeps them. */
export class InForce {
  readonly #ground: Ground
  /** By figure the lines that entered and approved it. */
  readonly #entered: Int32Array
  readonly #approved: Int32Array
  /** Where that was not the last approval, the first one of a break. */
  readonly #firstBreak = new Map<number, number>()

  constructor(ground: Ground) {
    this.#ground = ground
    this.#entered = new Int32Array(ground.cells)
    this.#approved = new Int32Array(ground.cells)
  }

  /** Hears which line entered a version, and which one approved it. */
  approve({ cell, life }: Version, seq: number, line: number): void {
    this.#entered[cell] = seq
    this.#approved[cell] = line
    if (life.breakBefore && !this.#firstBreak.has(cell) && isCorrected(this.#ground.lot, cell)) {
      this.#firstBreak.set(cell, line)
    }
  }

  /** The rows of `current_figure` in the order of their key, organisation by organisation. */
  *rows(): Generator<Row[]> {
    for (const organisation of this.#ground.reporting.keys()) yield this.#rowsOf(organisation)
  }

  #rowsOf(organisation: number): Row[] {
    const rows: Row[] = []
    const moments = new Map(YEARS_IN_ORDER.map((year) => [year, this.#momentsOf(organisation, year)]))
    for (const [at, indicator] of this.#ground.indicators.entries()) {
      for (const [year, both] of moments) {
        const made = this.#lastApproved(organisation, year, indicator, at)
        if (made !== undefined) rows.push(this.#rowOf(made, both, actorsOf(organisation)))
      }
    }
    return rows
  }

  #momentsOf(organisation: number, year: number): readonly [Moments, Moments] {
    const of = this.#ground.reporting.length
    return [
      momentsOfSheet({ organisation, year, revision: 1 }, of),
      momentsOfSheet({ organisation, year, revision: 2 }, of),
    ]
  }

  #lastApproved(organisation: number, year: number, indicator: Indicator, at: number): Version | undefined {
    for (const revision of [2, 1] as const) {
      const made = versionOf(this.#ground, { organisation, year, revision }, indicator, at)
      if (made !== undefined && wasApproved(made.life)) return made
    }
    return undefined
  }

  /** In the order of `FIGURE_COLUMNS`. */
  #rowOf({ cell, figure, life }: Version, both: readonly [Moments, Moments], [reporter, reviewer]: Pair): Row {
    const approved = this.#approved[cell] ?? 0
    const { entered, submitted, again, decided } = both[figure.revision === 1 ? 0 : 1]
    return [
      ...[figure.regionCode, figure.indicatorCode, figure.year, figure.measure],
      ...[this.#entered[cell] ?? 0, approved],
      life.breakBefore ? (this.#firstBreak.get(cell) ?? approved) : null,
      ...[figure.value, figure.missingReason, figure.provisional ? 1 : 0, figure.breakBefore ? 1 : 0],
      ...[figure.source, figure.note, figure.revision],
      ...[figure.correction?.code ?? null, figure.correction?.reason ?? null, figure.sample ? 1 : 0],
      ...[entered, reporter.username, life.steps.includes('withdrawn') ? again : submitted],
      ...[decided, reviewer.username, null],
    ]
  }
}

type Pair = ReturnType<typeof actorsOf>

const YEARS_IN_ORDER = CAMPAIGNS.flatMap(({ years }) => years).toSorted((a, b) => a - b)

/** A row of `figure_count`. */
export interface FigureCount {
  region_code: string
  year: number
  figures: number
  samples: number
}

/** How many figures of one region there are by year; all of them are samples. */
export function countFigures(rows: readonly Row[]): FigureCount[] {
  const [first] = rows
  if (first === undefined) return []
  return [...Map.groupBy(rows, (row) => Number(row[YEAR_AT]))].map(([year, { length }]) => ({
    region_code: String(first[REGION_AT]),
    year,
    figures: length,
    samples: length,
  }))
}

const REGION_AT = FIGURE_COLUMNS.indexOf('region_code')
const YEAR_AT = FIGURE_COLUMNS.indexOf('year')
