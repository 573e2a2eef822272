import { type Column, text, value } from '../../domain/csv.ts'
import type { ObservationLine } from '../../observations/csv.ts'
import { AGENCY, DATAFLOW, STRUCTURE_VERSION, toAreaCode, toMeasureCode, toObsStatus, toUnitCode } from './codes.ts'

/** The approved figures for readers of SDMX; what the columns are says `structure.json` beside it. */
export const SDMX_FILE = 'observations.sdmx.csv'

/**
 * `observations.sdmx.csv`: SDMX-CSV 2.0, first of which structure it is and what is to be done, then dimensions, measure
 * and attributes in the order of the structure. `R`: a reader that has the figure replaces it whole.
 *
 * Source: SDMX-CSV Data Message 2.0.0, "Columns" and "Column content"
 */
export const SDMX_COLUMNS: readonly Column<ObservationLine>[] = [
  value('STRUCTURE', () => 'dataflow'),
  value('STRUCTURE_ID', () => `${AGENCY}:${DATAFLOW}(${STRUCTURE_VERSION})`),
  value('ACTION', () => 'R'),
  value('REF_AREA', ({ region }) => toAreaCode(region.code)),
  value('INDICATOR', ({ indicator }) => indicator.code),
  value('MEASURE', ({ figure }) => toMeasureCode(figure.measure)),
  value('TIME_PERIOD', ({ figure }) => figure.year),
  value('OBS_VALUE', ({ figure }) => figure.value),
  value('UNIT_MEASURE', ({ indicator }) => toUnitCode(indicator.unitEn)),
  value('OBS_STATUS', ({ figure }) => toObsStatus(figure)),
  value('PROVISIONAL', ({ figure }) => figure.provisional),
  value('BREAK_BEFORE', ({ figure }) => figure.breakBefore),
  value('SAMPLE', ({ figure }) => figure.sample),
  value('AUDIT_LINE', ({ figure }) => figure.id),
  text('SOURCE', ({ figure }) => figure.source),
  text('COMMENT_OBS', ({ figure }) => figure.note),
]
