import type { Kind } from '../../../server/domain/words.ts'
import { FIGURE_COLUMNS } from '../../../server/observations/approvals.ts'
import type { EnteredFigure } from '../../../server/observations/rows.ts'

export type Value = string | number | null
/** The values of a row in the order of the columns that its table was opened with. */
export type Row = readonly Value[]

/** Where the rows go. */
export interface Sink {
  add: (table: string, row: Row) => void
  /** Resolves when there is room for more. */
  drain: () => Promise<void>
  /** Makes indexes and rules again; only now anyone else may open the database. */
  finish: () => Promise<void>
  /** Leaves nothing behind of what was not finished. */
  abort: () => Promise<void>
}

/** Tables with their columns, in the order of their rows' values. */
export type Tables = Readonly<Record<string, readonly string[]>>

/** The tables that are large, of which the rows are made here. */
export const LARGE_TABLES = {
  audit_line: ['seq', 'at', 'actor', 'role', 'action', 'object', 'line', 'hash', 'reason'],
  observation_revision: [
    'seq',
    'region_code',
    'indicator_code',
    'kind',
    'year',
    'measure',
    'revision',
    'value',
    'missing_reason',
    'provisional',
    'break_before',
    'source',
    'note',
    'correction_code',
    'correction_reason',
    'sample',
  ],
  observation_step: ['seq', 'observation_seq', 'step', 'comment'],
  current_figure: FIGURE_COLUMNS,
} as const satisfies Tables

/** The row of `observation_revision` that an entered figure makes. */
export function toRow(seq: number, figure: EnteredFigure, kind: Kind): Row {
  const { correction } = figure
  return [
    seq,
    figure.regionCode,
    figure.indicatorCode,
    kind,
    figure.year,
    figure.measure,
    figure.revision,
    figure.value,
    figure.missingReason,
    figure.provisional ? 1 : 0,
    figure.breakBefore ? 1 : 0,
    figure.source,
    figure.note,
    correction === null ? null : correction.code,
    correction === null ? null : correction.reason,
    figure.sample ? 1 : 0,
  ]
}

/** What to do where a place is not empty. */
export const ELSEWHERE = 'Give another place with --to, or empty this one.'
