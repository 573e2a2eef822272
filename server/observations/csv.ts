import type { Indicator, Region } from '../contract/reference.ts'
import { type Column, text, value } from '../domain/csv.ts'
import type { ApprovedFigure } from './queries.ts'

export interface ObservationLine {
  figure: ApprovedFigure
  region: Region
  indicator: Indicator
}

/** `observations.csv`; columns are never renamed or moved, new ones come at the end. */
export const OBSERVATION_COLUMNS: readonly Column<ObservationLine>[] = [
  value('region_code', ({ region }) => region.code),
  text('region_zh', ({ region }) => region.nameZh),
  value('indicator_code', ({ indicator }) => indicator.code),
  text('indicator_zh', ({ indicator }) => indicator.nameZh),
  text('unit_zh', ({ indicator }) => indicator.unitZh),
  value('year', ({ figure }) => figure.year),
  value('measure', ({ figure }) => figure.measure),
  value('value', ({ figure }) => figure.value),
  value('missing_reason', ({ figure }) => figure.missingReason),
  value('provisional', ({ figure }) => figure.provisional),
  value('break_before', ({ figure }) => figure.breakBefore),
  text('source', ({ figure }) => figure.source),
  text('note', ({ figure }) => figure.note),
  value('revision', ({ figure }) => figure.revision),
  text('entered_by', ({ figure }) => figure.enteredBy),
  value('entered_at', ({ figure }) => figure.enteredAt),
  text('approved_by', ({ figure }) => figure.decidedBy),
  value('approved_at', ({ figure }) => figure.decidedAt),
  value('sample', ({ figure }) => figure.sample),
  value('entered_seq', ({ figure }) => figure.id),
  value('approved_seq', ({ figure }) => figure.approvedSeq),
]
