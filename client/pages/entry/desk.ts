import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Sheet } from '../../../server/contract/entry.ts'
import type { Finding } from '../../../server/domain/checks/finding.ts'
import { signIns } from '../../state/session.ts'
import { type Content, isSame } from './content.ts'
import { createOutbox, type Outbox } from './desk-outbox.ts'
import { findingsOf } from './findings.ts'
import { completed } from './prefill.ts'
import { changed, isEditable, type RowState, shownContent } from './row-state.ts'
import { createRows, type Rows } from './rows.ts'
import { lookAgain } from './look-again.ts'
import { createSender, type Sender } from './sender.ts'
import { type RowStatus, statusOf } from './status.ts'
import { NOTHING_DONE, noted, redo, type RowChange, type Undo, undo } from './undo.ts'

/** Everything that is done at the desk: what is typed, undone, kept and sent. The page draws it. */
export interface Desk {
  sheet: Sheet
  rows: Rows
  sender: Sender
  outbox: Outbox
  /** Whether this person may enter figures here at all. */
  mayEnter: boolean
  /** Whether the row takes figures now, from this person. */
  takes: (state: RowState) => boolean
  /** The row that is being typed in; it is sent when it is left. */
  typing: ReadonlySignal<string | null>
  /** Said to those who do not see what changed. */
  said: Signal<string>
  history: ReadonlySignal<Undo>
  findings: (state: RowState) => Finding[]
  status: (state: RowState) => RowStatus
  /** Takes text as it is typed. */
  type: (key: string, part: Partial<Content>) => void
  /** The cell is left: what was typed is read, noted and sent. */
  settle: (key: string) => void
  /** Gives up what was typed since the cell was entered. */
  giveUp: (key: string) => void
  /** Changes rows at once, as one step. */
  change: (changes: readonly { key: string; content: Content; typed?: string }[]) => void
  undo: () => readonly RowChange[]
  redo: () => readonly RowChange[]
  update: Rows['update']
  close: () => void
}

const now = (): string => new Date().toISOString()

export function createDesk(sheet: Sheet, username: string, mayEnter: boolean): Desk {
  const rows = createRows(sheet)
  const typing = signal<string | null>(null)
  const before = signal<Content | null>(null)
  const history = signal<Undo>(NOTHING_DONE)
  const nowYear = Number(sheet.today.slice(0, 4))
  const findings = (state: RowState): Finding[] => (isEditable(state) ? findingsOf(state, sheet.year, nowYear) : [])
  const takes = (state: RowState): boolean => mayEnter && isEditable(state)
  const isHeld = (state: RowState): boolean =>
    state.key === typing.peek() || findings(state).some(({ severity }) => severity === 'malformed')
  const name = { regionCode: sheet.regionCode, year: sheet.year }
  const sender = createSender({ rows, sheet: name, isHeld, onSaved: (figures) => outbox.tellSaved(figures) })
  const outbox = createOutbox(rows, { username, ...name }, sender.wake)

  const put = (key: string, content: Content, typed: string | null): void =>
    rows.update(key, (state) =>
      isSame(shownContent(state), content) ? { ...state, typed } : { ...changed(state, content, now()), typed },
    )

  const apply = (changes: readonly RowChange[], side: 'before' | 'after'): readonly RowChange[] => {
    const possible = changes.filter(({ key }) => {
      const state = rows.find(key)
      return state !== undefined && takes(state)
    })
    batch(() => possible.forEach((change) => put(change.key, change[side], null)))
    sender.wake()
    return possible
  }

  const change: Desk['change'] = (wanted) => {
    const step: RowChange[] = []
    batch(() => {
      for (const { key, content, typed } of wanted) {
        const state = rows.find(key)
        if (state === undefined || !takes(state)) continue
        const from = shownContent(state)
        const after = completed(state, from, content)
        if (isSame(from, after)) continue
        step.push({ key, before: from, after })
        put(key, after, typed !== undefined && typed !== after.text ? typed : null)
      }
    })
    if (step.length > 0) history.value = noted(history.peek(), step)
    sender.wake()
  }

  const settle = (key: string): void => {
    const state = rows.find(key)
    const from = before.peek()
    if (typing.peek() !== key || state === undefined || from === null) return
    typing.value = null
    before.value = null
    const typed = shownContent(state)
    const after = completed(state, from, typed)
    batch(() => put(key, after, typed.text === after.text ? state.typed : typed.text))
    if (!isSame(from, after)) history.value = noted(history.peek(), [{ key, before: from, after }])
    sender.wake()
  }

  const type = (key: string, part: Partial<Content>): void => {
    const state = rows.find(key)
    if (state === undefined || !takes(state)) return
    if (typing.peek() !== null && typing.peek() !== key) settle(typing.peek() ?? '')
    if (typing.peek() === null) {
      typing.value = key
      before.value = shownContent(state)
    }
    put(key, { ...shownContent(state), ...part }, null)
  }

  const giveUp = (key: string): void => {
    const from = before.peek()
    if (typing.peek() !== key || from === null) return
    typing.value = null
    before.value = null
    put(key, from, null)
    sender.wake()
  }

  const step = (which: typeof undo, side: 'before' | 'after') => (): readonly RowChange[] => {
    const one = which(history.peek())
    if (one === undefined) return []
    history.value = one.next
    return apply(one.step, side)
  }

  const online = (): void => void sender.flush()
  addEventListener('online', online)
  const stopLooking = lookAgain(name, rows)
  // Signed in again: what was held up goes on.
  const stopWaiting = effect(() => {
    if (signIns.value > 0 && sender.link.peek() === 'signed-out') void sender.flush()
  })

  return {
    sheet,
    rows,
    sender,
    outbox,
    mayEnter,
    takes,
    typing: computed(() => typing.value),
    said: signal(''),
    history: computed(() => history.value),
    findings,
    status: (state) => statusOf(state, findings(state)),
    type,
    settle,
    giveUp,
    change,
    undo: step(undo, 'before'),
    redo: step(redo, 'after'),
    update: rows.update,
    close: () => {
      const open = typing.peek()
      if (open !== null) settle(open)
      removeEventListener('online', online)
      stopWaiting()
      stopLooking()
      void sender.flush().finally(() => {
        sender.close()
        outbox.close()
      })
    },
  }
}
