import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ReviewItem } from '../../../server/contract/review.ts'
import { toYearInShanghai } from '../../format.ts'
import { textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { user } from '../../state/session.ts'
import { DecidedList } from './DecidedList.tsx'
import type { Overtaken } from './decide.ts'
import { DecisionBar } from './DecisionBar.tsx'
import { Lede } from './Lede.tsx'
import { ListHeader } from './ListHeader.tsx'
import { NothingWaits } from './NothingWaits.tsx'
import { focusRow, ReviewTable } from './ReviewTable.tsx'
import { SelectAll } from './SelectAll.tsx'
import { heirOf, NOTHING, type Selection } from './selection.ts'
import { summarise } from './summary.ts'
import { turningsOf } from './turns.ts'
import { useDecision } from './use-decision.ts'
import type { ReviewData } from './use-reviews.ts'
import { toShown, type View } from './view.ts'

interface Props {
  data: ReviewData
  view: View
  reload: () => Promise<void>
}

/** What waits, what is chosen of it, and the decision. */
export function ReviewDesk({ data, view, reload }: Props) {
  const text = textOf(reviewText)
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const commentField = useRef<HTMLTextAreaElement>(null)
  const anchor = useRef<number | undefined>(undefined)
  const heir = useRef<number | 'top' | undefined>(undefined)
  const { list } = data
  const decision = useDecision({
    waiting: list.items.length,
    selection,
    onSelect: setSelection,
    reload,
    onCommentNeeded: () => commentField.current?.focus(),
    onLeaving: (leaving) => {
      heir.current = heirOf(ids, leaving) ?? 'top'
    },
  })
  const { overtaken } = decision

  const waiting = withOvertaken(list.items, overtaken)
  const shown = toShown(waiting, view)
  const open = shown.filter(({ own, observation }) => !own && !isIn(overtaken, observation.id))
  const ids = open.map(({ observation }) => observation.id)
  const chosen = open.filter(({ observation }) => selection.has(observation.id))
  const nowYear = toYearInShanghai(list.asOf)

  // The focus goes where the hand was once the rows that had it are gone.
  useLayoutEffect(() => {
    const next = heir.current
    heir.current = undefined
    if (next === 'top') document.getElementById('lede')?.focus()
    else focusRow(next)
  }, [data])

  // What was decided is said once to those who listen.
  const isSeenBelow = open.length > 0 || decision.told === ''
  const told = <output class={isSeenBelow ? 'told visually-hidden' : 'told'}>{decision.told}</output>
  if (waiting.length === 0) {
    return (
      <div class="review">
        {told}
        <NothingWaits data={data} />
        <DecidedList now={list.asOf} />
      </div>
    )
  }
  return (
    <div class="review">
      {told}
      <Lede summary={summarise(toShown(list.items, { ...view, onlyTurning: false }), nowYear)} data={data} />
      <section class="section">
        <ListHeader items={list.items} view={view} />
        {open.length > 0 && <SelectAll ids={ids} selection={selection} onSelect={setSelection} />}
        {shown.length === 0 ? (
          <p class="aside none-shown">{text.noneShown}</p>
        ) : (
          <ReviewTable
            items={shown}
            ids={ids}
            data={data}
            nowYear={nowYear}
            overtaken={overtaken}
            selection={selection}
            anchor={anchor}
            onSelect={setSelection}
            onDecide={() => commentField.current?.focus()}
            nameOf={(username) => nameIn(list.people, username)}
          />
        )}
      </section>
      {open.length > 0 && (
        <DecisionBar
          count={chosen.length}
          turnings={turningsOf(chosen)}
          comment={decision.comment}
          commentField={commentField}
          told={decision.told}
          refused={decision.refused}
          isBusy={decision.isBusy}
          onComment={decision.setComment}
          onDecide={(kind) => void decision.take(kind, chosen)}
          onBack={() => focusRow(ids.find((id) => id === anchor.current) ?? ids[0])}
        />
      )}
      {open.length === 0 && decision.refused && <p role="alert">{decision.refused}</p>}
      <DecidedList now={list.asOf} />
    </div>
  )
}

const isIn = (overtaken: readonly Overtaken[], id: number): boolean =>
  overtaken.some(({ item }) => item.observation.id === id)

/** The list with the rows on which someone was faster, for as long as they are to be read. */
const withOvertaken = (items: readonly ReviewItem[], overtaken: readonly Overtaken[]): ReviewItem[] => [
  ...items,
  ...overtaken.flatMap(({ item }) =>
    items.some(({ observation }) => observation.id === item.observation.id) ? [] : [item],
  ),
]

function nameIn(people: Readonly<Record<string, string>>, username: string | null): string {
  if (username === null) return ''
  const reader = user.value
  return people[username] ?? (username === reader?.username ? reader.displayName : username)
}
