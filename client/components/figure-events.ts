import type { Observation, ObservationRevision } from '../../server/contract/observation.ts'
import type { ReviewStep } from '../../server/domain/words.ts'

/** What of a figure can be changed beside its value. */
export type EnteredField = 'provisional' | 'breakBefore' | 'source' | 'note'

const FIELDS: readonly EnteredField[] = ['provisional', 'breakBefore', 'source', 'note']

/** Something that happened to a figure. */
export type FigureEvent = { id: string; at: string; by: string | null } & (
  | {
      what: 'entered'
      figure: Observation
      /** What stood there before; null where nothing did. */
      before: Observation | null
      /** What else was changed. */
      fields: EnteredField[]
      /** How often it was saved in a row by the same person, without a step between. */
      saves: number
    }
  | { what: ReviewStep; comment: string | null }
)

/**
 * Everything that happened to one figure, newest first.
 *
 * Drafts that one person saved over and over are one event: from what stood before the first to what the last says. What
 * was discarded is nothing that a later figure replaces.
 *
 * @param revisions of one figure, oldest first
 */
export function toFigureEvents(revisions: readonly ObservationRevision[]): FigureEvent[] {
  const events: FigureEvent[] = []
  let before: Observation | null = null
  let first: Observation | null = null
  let saves = 0
  for (const [index, revision] of revisions.entries()) {
    if (saves === 0) first = before
    saves++
    const next = revisions[index + 1]
    if (revision.steps.length === 0 && next?.enteredBy === revision.enteredBy) continue
    events.push({
      id: `${revision.id}`,
      at: revision.enteredAt,
      by: revision.enteredBy,
      what: 'entered',
      figure: revision,
      before: first,
      fields: first === null ? [] : changedFields(first, revision),
      saves,
    })
    for (const { step, at, by, comment } of revision.steps) {
      events.push({ id: `${revision.id} ${step} ${at}`, at, by, what: step, comment })
    }
    saves = 0
    if (revision.steps.at(-1)?.step !== 'discarded') before = revision
  }
  return events.toReversed()
}

const changedFields = (before: Observation, after: Observation): EnteredField[] =>
  FIELDS.filter((field) => before[field] !== after[field])

/** Whether both say the same: the value, or why there is none. */
export const isSameValue = (a: Observation, b: Observation): boolean =>
  a.value === b.value && a.missingReason === b.missingReason
