import type { Kysely } from 'kysely'
import type { ChangedFigure, ChangedTarget, TurnedStatus } from '../contract/changes.ts'
import type { Database } from '../db/schema.ts'
import { type Column, csvLine, text, toCsv, value } from '../domain/csv.ts'
import type { Milestone } from '../domain/model.ts'
import type { Cause } from '../domain/changes.ts'
import type { CorrectionCode } from '../domain/words.ts'
import type { AsOf } from '../http/as-of.ts'
import { compare } from './compare.ts'
import { type ChangesFilters, figurePages } from './figures.ts'
import { withCauses } from './statuses.ts'

/** One field that became another. */
interface ChangeLine {
  what: 'status' | 'target' | 'figure'
  change: 'turned' | 'added' | 'removed' | 'revised' | 'corrected'
  at: string | null
  targetId: string | null
  regionCode: string
  indicatorCode: string
  /** Of the milestone, or of the figure. */
  year: number | null
  measure: string | null
  field: string | null
  before: string | null
  after: string | null
  causes: readonly Cause[]
  correction: { code: CorrectionCode; reason: string } | null
  sample: boolean | null
  enteredBy: string | null
  decidedBy: string | null
  seq: number | null
  approvedSeq: number | null
}

/** The table, a line per field; columns are never renamed or moved, new ones come at the end. */
export const CHANGE_COLUMNS: readonly Column<ChangeLine>[] = [
  value('what', ({ what }) => what),
  value('change', ({ change }) => change),
  value('at', ({ at }) => at),
  value('target_id', ({ targetId }) => targetId),
  value('region_code', ({ regionCode }) => regionCode),
  value('indicator_code', ({ indicatorCode }) => indicatorCode),
  value('year', ({ year }) => year),
  value('measure', ({ measure }) => measure),
  value('field', ({ field }) => field),
  value('old', ({ before }) => before),
  value('new', ({ after }) => after),
  value('causes', ({ causes }) => causes.join(';')),
  value('reason_code', ({ correction }) => correction?.code ?? null),
  text('reason', ({ correction }) => correction?.reason ?? null),
  value('sample', ({ sample }) => sample),
  text('entered_by', ({ enteredBy }) => enteredBy),
  text('approved_by', ({ decidedBy }) => decidedBy),
  value('seq', ({ seq }) => seq),
  value('approved_seq', ({ approvedSeq }) => approvedSeq),
]

/** So many statuses are explained, and so many targets told, at a time. */
const PAGE = 100

/** `changes.csv`, or the same between two snapshots, as it is asked for: plain data, which goes from one thread to another. */
export interface WantedChanges {
  of: 'changes'
  since: AsOf
  asOf: AsOf
  filters: ChangesFilters
  /** Whether the byte order mark comes first. */
  hasMark: boolean
  /** Whether persons are named. */
  hasNames: boolean
  /** Whether there is more than the head. */
  hasRows: boolean
}

/** Statuses, then targets, then figures, page by page. */
export async function* changeTexts(db: Kysely<Database>, wanted: WantedChanges): AsyncGenerator<string> {
  const { since, asOf, filters, hasMark, hasNames, hasRows } = wanted
  const head = toCsv(CHANGE_COLUMNS, [], hasMark)
  if (!hasRows) return yield head
  // Before anything is sent, so that nothing is where they cannot be compared.
  const { turned, targets, approved, targetsOf } = await compare(db, since, asOf, filters)
  yield head
  const toText = (lines: readonly ChangeLine[]): string =>
    lines
      .map((line) => (hasNames ? line : { ...line, enteredBy: null, decidedBy: null }))
      .map((line) => csvLine(CHANGE_COLUMNS, line))
      .join('')
  for (let from = 0; from < turned.length; from += PAGE) {
    yield toText(turned.slice(from, from + PAGE).map((one) => statusLine(withCauses(one))))
  }
  for (let from = 0; from < targets.length; from += PAGE) {
    yield toText(targets.slice(from, from + PAGE).flatMap(targetLines))
  }
  for await (const page of figurePages(db, approved, targetsOf)) yield toText(page.flatMap(figureLines))
}

function statusLine({ before, after, milestoneYear: year, ...turned }: TurnedStatus): ChangeLine {
  return {
    ...turned,
    what: 'status',
    change: before === null ? 'added' : after === null ? 'removed' : 'turned',
    at: null,
    year,
    measure: null,
    field: 'status',
    before: before?.status ?? null,
    after: after?.status ?? null,
    correction: null,
    sample: null,
    enteredBy: null,
    decidedBy: null,
    seq: null,
    approvedSeq: null,
  }
}

/** What of a milestone is a promise, each as text. */
const PROMISED: Readonly<Record<string, (milestone: Milestone) => string | null>> = {
  comparator: ({ comparator }) => comparator,
  value: ({ value: number }) => number,
  value_high: ({ valueHigh }) => valueHigh,
  tolerance: ({ tolerance }) => tolerance,
  baseline_year: ({ baseline }) => baseline && String(baseline.year),
  baseline_value: ({ baseline }) => baseline && baseline.value,
  baseline_basis: ({ baseline }) => baseline && baseline.basis,
}

/** A line per field of a milestone; one without any where only the words around the promise changed. */
function targetLines({ milestonesBefore, milestonesAfter, change, ...target }: ChangedTarget): ChangeLine[] {
  const { at, targetId, regionCode, indicatorCode, correction, sample, enteredBy, seq } = target
  const base = {
    what: 'target',
    change,
    at,
    targetId,
    regionCode,
    indicatorCode,
    measure: null,
    causes: [],
    correction,
    sample,
    enteredBy,
    decidedBy: null,
    seq,
    approvedSeq: null,
  } as const
  const find = (milestones: readonly Milestone[] | null, year: number) => milestones?.find((one) => one.year === year)
  const years = new Set([...(milestonesBefore ?? []), ...milestonesAfter].map(({ year }) => year))
  const lines = [...years]
    .toSorted((a, b) => a - b)
    .flatMap((year) => {
      const [was, is] = [find(milestonesBefore, year), find(milestonesAfter, year)]
      return Object.entries(PROMISED).flatMap(([field, of]) => {
        const [before, after] = [was ? of(was) : null, is ? of(is) : null]
        return before === after ? [] : { ...base, year, field, before, after }
      })
    })
  return lines.length > 0 ? lines : [{ ...base, year: null, field: null, before: null, after: null }]
}

/** A line per field; one all the same where only source or note changed. Names the target where there is one alone. */
function figureLines({ before, after, targetIds, ...figure }: ChangedFigure): ChangeLine[] {
  const fields = [
    { field: 'value', before: before?.value ?? null, after: after.value },
    { field: 'missing_reason', before: before?.missingReason ?? null, after: after.missingReason },
    { field: 'provisional', before: before && String(before.provisional), after: String(after.provisional) },
    { field: 'break_before', before: before && String(before.breakBefore), after: String(after.breakBefore) },
  ]
  const changed = fields.filter((one) => one.before !== one.after)
  const told = changed.length > 0 ? changed : fields.slice(0, 1)
  return told.map((one) => ({
    ...figure,
    ...one,
    what: 'figure',
    targetId: targetIds.length === 1 ? (targetIds[0] ?? null) : null,
    causes: [],
  }))
}
