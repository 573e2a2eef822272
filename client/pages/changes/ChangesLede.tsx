import type { ComponentChildren } from 'preact'
import { Phrases } from '../../components/Phrases.tsx'
import type { ChangeCounts } from '../../../server/contract/changes.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { changesText } from '../../i18n/changes.ts'
import { textOf } from '../../i18n/language.ts'

interface Props {
  counts: ChangeCounts
  /** From when to when, the phrases with which the sentence begins. */
  ends: readonly string[]
  /** What is said below, a sentence each. */
  notes: readonly string[]
  /** What stands above the sentence. */
  children?: ComponentChildren
}

/** What is counted, a phrase each; nothing where nothing changed. */
export function toldCounts(counts: ChangeCounts): string[] {
  const text = textOf(changesText)
  return [...text.turned(counts), ...text.others(counts)]
}

/** How much changed, in one sentence; then what the statuses turned to, and the notes. */
export function ChangesLede({ counts, ends, notes, children }: Props) {
  const text = textOf(changesText)
  const counted = toldCounts(counts)
  const told = counted.length > 0 ? counted : [text.nothing]
  const phrases = [
    ...ends.slice(0, -1),
    ...[...ends.slice(-1), ...told.slice(0, -1)].map((one) => one + text.comma),
    ...told.slice(-1),
  ]
  return (
    <div class="lede">
      {children}
      <h1>
        <Phrases of={phrases} />
      </h1>
      {counts.turnedTo.length > 0 && (
        <p class="turned-to">
          {text.turnedTo}{' '}
          {counts.turnedTo.map(({ status, milestones }) => (
            <span key={status} class="nowrap">
              <StatusWord status={status} /> {text.times(milestones)}
            </span>
          ))}
        </p>
      )}
      <p class="small">{notes.join(text.space)}</p>
    </div>
  )
}
