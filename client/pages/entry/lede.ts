import type { Sheet } from '../../../server/contract/entry.ts'
import { daysBetween } from '../../../server/domain/days.ts'
import type { EntryText } from '../../i18n/entry.ts'
import type { Tally } from './status.ts'

type Entry = Sheet['rows'][number]['entry']

/** The rows' entries of a state. */
const of = <State extends Entry['state']>(sheet: Sheet, state: State): Extract<Entry, { state: State }>[] =>
  sheet.rows
    .map(({ entry }) => entry)
    .filter((entry): entry is Extract<Entry, { state: State }> => entry.state === state)

/** In which days the figures are taken; or why they are not. */
export function periodSentence(sheet: Sheet, text: EntryText): string {
  const open = of(sheet, 'open').toSorted((a, b) => (a.closesOn < b.closesOn ? -1 : 1))[0]
  if (open !== undefined) {
    const said = { annual: text.period, late: text.latePeriod, revision: text.revisionPeriod }[open.kind]
    return said(open.opensOn, open.closesOn, sheet.today, daysBetween(sheet.today, open.closesOn))
  }
  if (sheet.rows.length === 0) return text.notAsked
  const coming = of(sheet, 'not-yet-open')[0]
  if (coming !== undefined) return text.notYetOpen(coming.opensOn)
  const closed = of(sheet, 'closed')[0]
  if (closed !== undefined) return text.closed(closed.closedOn)
  return of(sheet, 'locked').length > 0 ? text.locked : text.noRound(sheet.year)
}

export const isAnyOpen = (sheet: Sheet): boolean => sheet.rows.some(({ entry }) => entry.state === 'open')

/** What there is to do, in a sentence; for those who enter nothing, how far it is. */
export function todoSentence(counts: Readonly<Record<Tally, number>>, mayEnter: boolean, text: EntryText): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (!mayEnter) return text.standing(all, counts.approved, counts.submitted)
  const first = counts.todo + counts.returned
  return counts.submitted + counts.approved === all ? text.allDone(all) : text.todo(all, counts.draft, first)
}
