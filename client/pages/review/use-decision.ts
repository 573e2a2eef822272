import { useState } from 'preact/hooks'
import type { ReviewItem } from '../../../server/contract/review.ts'
import { textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { user } from '../../state/session.ts'
import { keepDecided } from './decided.ts'
import { decide, type Decision, type Outcome, type Overtaken } from './decide.ts'
import { NOTHING, type Selection } from './selection.ts'

interface Desk {
  /** How many figures wait in all. */
  waiting: number
  selection: Selection
  onSelect: (selection: Selection) => void
  reload: () => Promise<void>
  /** The comment that is missing is to be written now. */
  onCommentNeeded: () => void
  /** Rows leave: the hand has to go elsewhere. */
  onLeaving: (ids: readonly number[]) => void
}

/** The comment, the decision on what is chosen, and what came of it. Nothing typed or chosen is lost by a refusal. */
export function useDecision({ waiting, selection, onSelect, reload, onCommentNeeded, onLeaving }: Desk) {
  const text = textOf(reviewText)
  const [comment, setComment] = useState('')
  const [refused, setRefused] = useState('')
  const [told, setTold] = useState('')
  const [overtaken, setOvertaken] = useState<readonly Overtaken[]>([])
  const [isBusy, setBusy] = useState(false)

  const onRefused = async ({ problem: { status, detail } }: Extract<Outcome, { kind: 'refused' }>): Promise<void> => {
    setRefused(status === 0 ? text.notReached : status === 401 ? text.ended : text.failed(detail))
    if (status !== 0 && status !== 401) await reload()
  }

  const onDecided = (decision: Decision, ids: readonly number[]): void => {
    onSelect(NOTHING)
    setComment('')
    setOvertaken([])
    const say = decision === 'approve' ? text.approved : text.returnedDone
    setTold(say(ids.length, waiting - ids.length))
    onLeaving(ids)
  }

  const onOvertaken = (chosen: readonly ReviewItem[], gone: readonly number[], by: readonly Overtaken[]): void => {
    onSelect(new Set([...selection].filter((id) => !gone.includes(id))))
    setOvertaken([...overtaken, ...by])
    setRefused(text.overtaken(gone.length, chosen.length - gone.length))
  }

  const take = async (decision: Decision, chosen: readonly ReviewItem[]): Promise<void> => {
    const words = comment.trim()
    setRefused('')
    setTold('')
    if (decision === 'return' && words === '') {
      setRefused(text.commentNeeded)
      onCommentNeeded()
      return
    }
    setBusy(true)
    const outcome = await decide(decision, chosen, words, user.peek()?.username).finally(() => setBusy(false))
    if (outcome.kind === 'refused') {
      await onRefused(outcome)
      return
    }
    const observations = outcome.kind === 'decided' ? outcome.observations : outcome.mine
    const leaving = observations.map(({ id }) => id)
    keepDecided(chosen, observations)
    if (outcome.kind === 'decided') onDecided(decision, leaving)
    else {
      const gone = outcome.overtaken.map(({ item }) => item.observation.id)
      onOvertaken(chosen, [...leaving, ...gone], outcome.overtaken)
    }
    await reload()
  }

  return {
    comment,
    refused,
    told,
    overtaken,
    isBusy,
    take,
    setComment: (next: string): void => {
      setComment(next)
      if (refused === text.commentNeeded) setRefused('')
    },
  }
}
