import { batch, effect, type Signal, signal } from '@preact/signals'
import type { Observation } from '../../../server/contract/observation.ts'
import { openPages } from './open-pages.ts'
import { findLeft, keep, type Kept, type OutboxName } from './outbox-storage.ts'
import { keyOf, refreshed, type RowState, type Unsent } from './row-state.ts'
import type { Rows } from './rows.ts'

/** What was typed and belongs to no row of the sheet, or was typed elsewhere for the same row: shown until it is put away. */
export type Leftover = [id: string, unsent: Unsent]

export interface Outbox {
  /** How many rows came back that an earlier page had not sent; null until that is known. */
  found: Signal<number | null>
  leftovers: Signal<readonly Leftover[]>
  /** Whether this browser keeps what is unsent when the page is closed. */
  isKept: Signal<boolean>
  tellSaved: (figures: Observation[]) => void
  close: () => void
}

const isMeant = ({ row }: RowState, key: string, { measure }: Unsent): boolean =>
  keyOf(row.indicator.code, row.measure) === `${key.slice(0, key.indexOf('/'))}/${measure}`

/** Keeps what is unsent in this browser, whatever happens to page and connection, and brings back what was left behind. */
export function createOutbox(rows: Rows, name: OutboxName, wake: () => void): Outbox {
  const page = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
  const found = signal<number | null>(null)
  const leftovers = signal<readonly Leftover[]>([])
  const isKept = signal(true)
  const store = localStorageIfAny()
  const others = openPages(`${name.username}/${name.regionCode}/${name.year}`, page, rows.takeSaved)
  let isOpen = true

  const stopKeeping = effect(() => {
    const kept: Record<string, Unsent> = Object.fromEntries(leftovers.value)
    for (const { value } of rows.list.value) if (value.unsent !== null) kept[value.key] = value.unsent
    isKept.value = store !== undefined && keep(store, name, page, kept satisfies Kept)
  })

  const bringBack = async (): Promise<void> => {
    const open = await others.list()
    if (store === undefined || !isOpen) return
    const left = findLeft(store, name, (one) => one === page || open.has(one))
    batch(() => {
      const strange: Leftover[] = left.older.map(({ key, unsent }) => [`${key} ${unsent.at}`, unsent])
      let count = 0
      for (const [key, unsent] of Object.entries(left.newest)) {
        const target = rows.all().find((state) => isMeant(state, key, unsent))
        if (target === undefined || target.unsent !== null) strange.push([key, unsent])
        else {
          rows.update(target.key, (state) => refreshed({ ...state, unsent }, state.row))
          count++
        }
      }
      leftovers.value = [...leftovers.value, ...strange]
      found.value = count
    })
    left.forget()
    wake()
  }
  void bringBack()

  const warn = (event: BeforeUnloadEvent): void => {
    if (rows.all().some(({ unsent }) => unsent !== null)) event.preventDefault()
  }
  addEventListener('beforeunload', warn)

  return {
    found,
    leftovers,
    isKept,
    tellSaved: others.tellSaved,
    close: () => {
      isOpen = false
      stopKeeping()
      others.close()
      removeEventListener('beforeunload', warn)
    },
  }
}

function localStorageIfAny(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
