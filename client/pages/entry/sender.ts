import { type Signal, signal } from '@preact/signals'
import type { Draft, SavedList, Sheet } from '../../../server/contract/entry.ts'
import type { Observation } from '../../../server/contract/observation.ts'
import { get, ProblemError, send } from '../../api.ts'
import { type Link, waitMs } from './link.ts'
import { namedItems, type Outgoing, toBatch } from './outgoing.ts'
import { acknowledged, type RowState } from './row-state.ts'
import type { Rows } from './rows.ts'

export interface Sender {
  link: Signal<Link>
  /** When it was last acknowledged that everything sent is saved; null: not since the page was opened. */
  savedAt: Signal<Date | null>
  /** Sends what can be sent, soon: what is left within a moment goes together. */
  wake: () => void
  /** Sends what can be sent, now; settled when there is nothing left that can be. */
  flush: () => Promise<void>
  close: () => void
}

interface Options {
  rows: Rows
  sheet: { regionCode: string; year: number }
  isHeld: (state: RowState) => boolean
  onSaved: (figures: Observation[]) => void
}

const TOGETHER_MS = 60

/** More requests in a row are no progress. */
const MOST_ROUNDS = 50

export const getSheet = (
  { regionCode, year }: { regionCode: string; year: number },
  signal?: AbortSignal,
): Promise<Sheet> => get(`/api/sheets/${regionCode}/${year}`, {}, signal)

/** Brings to the server what is unsent: one request at a time, until it is acknowledged, refused or taken by someone else. */
export function createSender({ rows, sheet, isHeld, onSaved }: Options): Sender {
  const link = signal<Link>('fine')
  const savedAt = signal<Date | null>(null)
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isClosed = false

  const later = (ms: number): void => {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void flush(), ms)
  }

  const begin = (items: readonly Outgoing<unknown>[]): void =>
    items.forEach(({ key }) => rows.update(key, (state) => ({ ...state, isSending: true })))
  const end = (items: readonly Outgoing<unknown>[]): void =>
    items.forEach(({ key }) => rows.update(key, (state) => ({ ...state, isSending: false })))

  const refuse = ({ key, serial }: Outgoing<unknown>, messages: readonly string[]): void =>
    rows.update(key, (state) => (state.unsent?.serial === serial ? { ...state, refused: messages } : state))

  /** What the server says to a batch, row by row; false: it was not heard, so it is tried again. */
  const take = async (items: readonly Outgoing<unknown>[], error: unknown): Promise<boolean> => {
    if (!(error instanceof ProblemError)) throw error
    const { status, errors = [], detail } = error.problem
    if (status === 409) {
      rows.refresh(await getSheet(sheet))
      return true
    }
    if (status === 0 || status >= 500 || status === 401 || status === 429) {
      link.value = status === 401 ? 'signed-out' : status === 0 ? 'cut' : 'failing'
      return false
    }
    const named = namedItems(errors)
    items.forEach((item, index) => {
      const messages = named.get(index)
      if (messages !== undefined || named.size === 0) refuse(item, messages ?? [detail])
    })
    return true
  }

  const request = async <Item>(items: readonly Outgoing<Item>[], work: () => Promise<void>): Promise<boolean> => {
    if (items.length === 0) return true
    begin(items)
    try {
      await work()
      link.value = 'fine'
      failures = 0
      savedAt.value = new Date()
      return true
    } catch (error) {
      return await take(items, error)
    } finally {
      end(items)
    }
  }

  const save = async (items: readonly Outgoing<Draft>[]): Promise<boolean> =>
    await request(items, async () => {
      const saved = await send<SavedList>('PUT', '/api/observations', { items: items.map(({ item }) => item) })
      items.forEach(({ key, serial }, index) => {
        const figure = saved.items[index]
        if (figure !== undefined) rows.update(key, (state) => acknowledged(state, serial, figure))
      })
      onSaved(saved.items)
    })

  const discard = async (items: readonly Outgoing<unknown>[]): Promise<boolean> =>
    await request(items, async () => {
      await send<unknown>('DELETE', '/api/observations', { items: items.map(({ item }) => item) })
      items.forEach(({ key, serial }) => rows.update(key, (state) => acknowledged(state, serial, null)))
    })

  const run = async (): Promise<void> => {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { drafts, discards } = toBatch(rows.all(), sheet, isHeld)
      if (drafts.length + discards.length === 0) return
      const isHeard = (await discard(discards)) && (await save(drafts))
      if (isHeard) continue
      failures++
      // Who is signed out is asked to sign in; that is what goes on then.
      if (link.peek() !== 'signed-out') later(waitMs(failures))
      return
    }
  }

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    running ??= run()
      .catch(() => {
        link.value = 'failing'
        later(waitMs(++failures))
      })
      .finally(() => {
        running = undefined
      })
    await running
  }

  return {
    link,
    savedAt,
    // While it is known to be cut, the next try is due already.
    wake: () => (link.peek() === 'fine' || link.peek() === 'signed-out' ? later(TOGETHER_MS) : undefined),
    flush,
    close: () => {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
