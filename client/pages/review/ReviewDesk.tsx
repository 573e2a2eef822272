import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ReviewItem } from '../../../server/contract/review.ts'
import { toYearInShanghai } from '../../format.ts'
import { textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { user } from '../../state/session.ts'
import { DecidedList } from './DecidedList.tsx'
import { keepDecided } from './decided.ts'
import { decide, type Decision, type Overtaken } from './decide.ts'
import { DecisionBar } from './DecisionBar.tsx'
import { Lede } from './Lede.tsx'
import { ListHeader } from './ListHeader.tsx'
import { NothingWaits } from './NothingWaits.tsx'
import { focusRow, ReviewTable } from './ReviewTable.tsx'
import { SelectAll } from './SelectAll.tsx'
import { heirOf, NOTHING, type Selection } from './selection.ts'
import { summarise } from './summary.ts'
import { turningsOf } from './turns.ts'
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
  const [comment, setComment] = useState('')
  const [refused, setRefused] = useState('')
  const [told, setTold] = useState('')
  const [overtaken, setOvertaken] = useState<readonly Overtaken[]>([])
  const [isBusy, setBusy] = useState(false)
  const commentField = useRef<HTMLTextAreaElement>(null)
  const anchor = useRef<number | undefined>(undefined)
  const wanted = useRef<number | 'top' | undefined>(undefined)

  const waiting = withOvertaken(data.list.items, overtaken)
  const shown = toShown(waiting, view)
  const isClosed = ({ own, observation }: ReviewItem): boolean =>
    own || overtaken.some(({ item }) => item.observation.id === observation.id)
  const open = shown.filter((item) => !isClosed(item))
  const ids = open.map(({ observation }) => observation.id)
  const chosen = open.filter(({ observation }) => selection.has(observation.id))
  const nowYear = toYearInShanghai(data.list.asOf)
  const nameOf = (username: string | null): string =>
    username === null
      ? ''
      : username === user.value?.username
        ? user.value.displayName
        : (data.list.people[username] ?? username)

  // The focus goes where the hand was once the rows that had it are gone.
  useLayoutEffect(() => {
    const next = wanted.current
    if (next === undefined) return
    wanted.current = undefined
    if (next === 'top') document.getElementById('lede')?.focus()
    else focusRow(next)
  }, [data])

  const onDecide = async (decision: Decision): Promise<void> => {
    const words = comment.trim()
    setRefused('')
    if (decision === 'return' && words === '') {
      setRefused(text.commentNeeded)
      commentField.current?.focus()
      return
    }
    setBusy(true)
    const outcome = await decide(decision, chosen, words, user.peek()?.username).finally(() => setBusy(false))
    if (outcome.kind === 'refused') {
      const { status, detail } = outcome.problem
      setRefused(status === 0 ? text.notReached : status === 401 ? text.ended : text.failed(detail))
      if (status !== 0 && status !== 401) await reload()
      return
    }
    const observations = outcome.kind === 'decided' ? outcome.observations : outcome.mine
    const leaving = observations.map(({ id }) => id)
    keepDecided(chosen, observations)
    if (outcome.kind === 'decided') {
      setSelection(NOTHING)
      setComment('')
      setOvertaken([])
      const left = data.list.items.length - leaving.length
      setTold(decision === 'approve' ? text.approved(leaving.length, left) : text.returnedDone(leaving.length, left))
      wanted.current = heirOf(ids, leaving) ?? 'top'
    } else {
      const gone = [...leaving, ...outcome.overtaken.map(({ item }) => item.observation.id)]
      const kept = new Set([...selection].filter((id) => !gone.includes(id)))
      setSelection(kept)
      setOvertaken([...overtaken, ...outcome.overtaken])
      setRefused(text.overtaken(gone.length, chosen.length - gone.length))
    }
    await reload()
  }

  if (waiting.length === 0) {
    return (
      <>
        <Told told={told} />
        <NothingWaits data={data} />
        <DecidedList now={data.list.asOf} />
      </>
    )
  }
  return (
    <div class="review">
      <Lede
        summary={summarise(
          data.list.items.filter((item) => toShown([item], { ...view, onlyTurning: false }).length > 0),
          nowYear,
        )}
        data={data}
      />
      <Told told={told} />
      <section class="section">
        <ListHeader items={data.list.items} view={view} />
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
            onSelect={(next) => {
              setSelection(next)
              setTold('')
            }}
            onDecide={() => commentField.current?.focus()}
            nameOf={nameOf}
          />
        )}
      </section>
      {open.length > 0 && (
        <DecisionBar
          count={chosen.length}
          turnings={turningsOf(chosen)}
          comment={comment}
          commentField={commentField}
          refused={refused}
          isBusy={isBusy}
          onComment={(next) => {
            setComment(next)
            if (refused === text.commentNeeded) setRefused('')
          }}
          onDecide={(decision) => void onDecide(decision)}
          onBack={() =>
            focusRow(anchor.current !== undefined && ids.includes(anchor.current) ? anchor.current : ids[0])
          }
        />
      )}
      <DecidedList now={data.list.asOf} />
    </div>
  )
}

/** What was decided, said once to those who listen. */
const Told = ({ told }: { told: string }) => <output class={told ? 'told shown' : 'told'}>{told}</output>

/** The list with the rows on which someone was faster, for as long as they are to be read. */
const withOvertaken = (items: readonly ReviewItem[], overtaken: readonly Overtaken[]): ReviewItem[] => [
  ...items,
  ...overtaken
    .map(({ item }) => item)
    .filter((item) => !items.some((one) => one.observation.id === item.observation.id)),
]
