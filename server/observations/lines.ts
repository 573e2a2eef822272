import type { Kysely } from 'kysely'
import type { Indicator, Region } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import { byCode, listIndicators, listRegions } from '../plans/queries.ts'
import type { FigureFilters, FigureKey } from './approvals.ts'
import type { ObservationLine } from './csv.ts'
import { type ApprovedFigure, findPlace, listApproved } from './queries.ts'
import { indicatorOf } from './series.ts'

/** So many figures are in memory at a time. */
const PAGE = 2000

/** A page of the approved figures in force with region and indicator, in their fixed order, and where the next begins. */
export async function readPage(
  db: Kysely<Database>,
  seq: number,
  filters: FigureFilters,
  after?: FigureKey,
): Promise<{ lines: ObservationLine[]; next: FigureKey | undefined }> {
  const next = await findPlace(db, filters, after, PAGE)
  const figures = await listApproved(db, seq, filters, { after, upTo: next })
  const indicators = byCode(await listIndicators(db, seq))
  const regions = byCode(await listRegions(db, seq))
  return { lines: figures.map((figure) => toLine(figure, regions, indicators)), next }
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
