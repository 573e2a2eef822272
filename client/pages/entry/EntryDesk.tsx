import { computed, useSignal } from '@preact/signals'
import { useMemo, useState } from 'preact/hooks'
import type { Sheet } from '../../../server/contract/entry.ts'
import type { Plan } from '../../../server/contract/reference.ts'
import { language, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { type Cell, cornersOf } from './columns.ts'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import type { Desk } from './desk.ts'
import { EntryActions } from './EntryActions.tsx'
import { EntryGrid, inOrder } from './EntryGrid.tsx'
import { EntryHead } from './EntryHead.tsx'
import { toClock } from '../../moment.ts'
import { type Pasted, pasteBlock } from './paste.ts'
import { PasteReport } from './PasteReport.tsx'
import type { RowState } from './row-state.ts'
import { lockOf } from './row-words.ts'
import { StateCounts } from './StateCounts.tsx'
import { type Tally, tallyOf } from './status.ts'
import { type Outcome, submitDrafts, withdrawSubmitted } from './submit.ts'
import { useGrid } from './use-grid.ts'
import { useNamedRow } from './use-named-row.ts'

interface Props {
  desk: Desk
  sheet: Sheet
  plans: readonly Plan[]
  region: string
  years: readonly number[]
}

/** The reporter's desk: what there is to do, the table, and what came of the last step. */
export function EntryDesk({ desk, sheet, plans, region, years }: Props) {
  const text = textOf(entryText)
  useNamedRow()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isBusy, setBusy] = useState(false)
  const pasted = useSignal<Pasted | null>(null)
  const order = useMemo(() => computed(() => inOrder(desk.rows.list.value)), [desk])
  const rows = (): RowState[] => order.peek().map((one) => one.peek())

  const paste = (clip: string, start: Cell): void => {
    const read = pasteBlock(clip, start, rows(), sheet.year, desk.takes)
    desk.change(read.changes)
    const isWorthTelling = read.taken !== 1 || read.changes.length !== 1
    pasted.value = isWorthTelling ? read : null
    desk.said.value = read.taken > 0 ? text.pasted(read.taken) : text.pastedNone
  }
  const grid = useGrid({
    desk,
    rows,
    onPasted: paste,
    say: {
      ...text,
      locked: (state) => text.lockedHere(text.lockedWhy[lockOf(state, desk.mayEnter) ?? 'read-only']),
    },
  })

  const standing = useMemo(
    () =>
      computed(() => order.value.map(({ value }): [RowState, Tally] => [value, tallyOf(value, desk.findings(value))])),
    [desk, order],
  ).value
  const counts = toCounts(standing)
  // A draft that can be submitted, or will be saved as one before.
  const ready = standing.filter(([, tally]) => tally === 'draft').map(([{ key }]) => key)
  const submitted = standing
    .filter(([{ row }, tally]) => tally === 'submitted' && row.entry.state === 'open')
    .map(([{ key }]) => key)
  const range = grid.range.value
  const selected =
    range === null
      ? []
      : rows()
          .slice(cornersOf(range).first.row, cornersOf(range).last.row + 1)
          .map(({ key }) => key)

  const take = async (work: Promise<Outcome>): Promise<void> => {
    setBusy(true)
    const result = await work.catch((error: unknown): Outcome => ({ is: 'failed', detail: String(error) }))
    setBusy(false)
    setOutcome(result)
    desk.said.value = saidOutcome(result)
  }
  const saidOutcome = (result: Outcome): string => {
    switch (result.is) {
      case 'submitted':
        return text.submitted(result.count)
      case 'withdrawn':
        return text.withdrawn(result.count)
      case 'failed':
        return result.detail || text.cutNone
      case 'refused':
        return result.keys.length === 0 ? text.nothingToSubmit : text.refusedSubmit(result.keys.length)
    }
  }
  const submit = (keys: readonly string[]): void => void take(submitDrafts(desk, keys))
  const withdraw = (keys: readonly string[]): void => void take(withdrawSubmitted(desk, keys))
  const savedAt = desk.sender.savedAt.value

  return (
    <div class="entry">
      <EntryHead {...{ sheet, region, years, counts }} mayEnter={desk.mayEnter} />
      <div class="entry-bar">
        <StateCounts counts={counts} />
        <EntryActions
          {...{ desk, ready, submitted, isBusy }}
          selected={selected.filter((key) => ready.includes(key))}
          onSubmit={submit}
          onWithdraw={withdraw}
        />
      </div>
      <ConnectionNotice desk={desk} />
      {outcome !== null && (
        <p class={`notice ${outcome.is === 'refused' || outcome.is === 'failed' ? 'stop' : ''}`}>
          <span>{saidOutcome(outcome)}</span>
          <button type="button" class="button small" onClick={() => setOutcome(null)}>
            {text.dismiss}
          </button>
        </p>
      )}
      {pasted.value !== null && (
        <PasteReport
          pasted={pasted.value}
          onUndo={() => {
            desk.said.value = text.undone(desk.undo().length)
            pasted.value = null
          }}
          onDismiss={() => {
            pasted.value = null
          }}
        />
      )}
      {sheet.rows.length > 0 && (
        <EntryGrid {...{ desk, grid, plans, region }} onSubmit={submit} onWithdraw={withdraw} />
      )}
      {desk.mayEnter && (
        <p class="keys">
          {text.keys.map(([key, what]) => (
            <span key={key}>
              <kbd>{key}</kbd> {what}
            </span>
          ))}
          <span>{text.keysMore}</span>
        </p>
      )}
      <p class="entry-foot">
        {savedAt !== null && <span>{text.savedAt(toClock(savedAt))}</span>} <span>{text.onlyApproved}</span>
      </p>
      <output class="visually-hidden" aria-live="polite" lang={language.value}>
        {desk.said.value}
      </output>
    </div>
  )
}

function toCounts(standing: readonly [RowState, Tally][]): Record<Tally, number> {
  const counts: Record<Tally, number> = { approved: 0, submitted: 0, draft: 0, todo: 0, returned: 0, empty: 0 }
  for (const [, tally] of standing) counts[tally]++
  return counts
}
