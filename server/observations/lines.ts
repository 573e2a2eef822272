import type { Kysely } from 'kysely'
import type { Indicator, Region } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import { byCode, listIndicators, listRegions } from '../plans/queries.ts'
import type { ObservationLine } from './csv.ts'
import { type FigureFilters, type FigureKey, placeOf } from './approvals.ts'
import { type ApprovedFigure, listApproved } from './queries.ts'
import { indicatorOf } from './series.ts'

/** So many figures are in memory at a time. */
const PAGE = 2000

/** The approved figures in force with region and indicator, in their fixed order; page by page, however many there are. */
export async function* readLinePages(
  db: Kysely<Database>,
  seq: number,
  filters: FigureFilters,
): AsyncGenerator<ObservationLine[]> {
  const indicators = byCode(await listIndicators(db, seq))
  const regions = byCode(await listRegions(db, seq))
  let after: FigureKey | undefined
  do {
    const figures = await listApproved(db, seq, filters, { limit: PAGE, after })
    if (figures.length > 0) yield figures.map((figure) => toLine(figure, regions, indicators))
    const last = figures.at(-1)
    after = last === undefined || figures.length < PAGE ? undefined : placeOf(last)
  } while (after !== undefined)
}

function toLine(
  figure: ApprovedFigure,
  regions: ReadonlyMap<string, Region>,
  indicators: ReadonlyMap<string, Indicator>,
): ObservationLine {
  const region = regions.get(figure.regionCode)
  if (region === undefined) throw new Error(`observation ${figure.id} without its region`)
  return { figure, region, indicator: indicatorOf(figure, indicators) }
}
