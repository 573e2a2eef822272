import type { SavedList } from '../../../server/contract/entry.ts'
import { ProblemError, send } from '../../api.ts'
import type { Desk } from './desk.ts'
import { keyOf, type RowState } from './row-state.ts'
import { withSaved } from './rows.ts'

/** What came of it: how many figures, or why none. */
export type Outcome =
  | { is: 'submitted'; count: number }
  | { is: 'withdrawn'; count: number }
  /** These rows do not pass; what is wrong stands at them. */
  | { is: 'refused'; keys: string[] }
  | { is: 'failed'; detail: string }

const nameOf = ({ row }: RowState): string => keyOf(row.indicator.code, row.measure)

function codesOf(states: readonly RowState[]): string[] {
  return [...new Set(states.map(({ row }) => row.indicator.code))]
}

async function ask(desk: Desk, method: 'POST' | 'DELETE', states: readonly RowState[]): Promise<SavedList> {
  const { regionCode, year } = desk.sheet
  const saved = await send<SavedList>(method, '/api/submissions', { regionCode, year, indicatorCodes: codesOf(states) })
  for (const figure of saved.items) {
    const name = keyOf(figure.indicatorCode, figure.measure)
    const state = desk.rows.all().find((one) => nameOf(one) === name)
    if (state !== undefined) desk.update(state.key, (one) => withSaved(one, figure))
  }
  desk.outbox.tellSaved(saved.items)
  return saved
}

/** Submits the drafts of these rows, once everything that was typed is saved. */
export async function submitDrafts(desk: Desk, keys: readonly string[]): Promise<Outcome> {
  await desk.sender.flush()
  const states = desk.rows
    .all()
    .filter(({ key, row, unsent }) => keys.includes(key) && unsent === null && row.pending?.state === 'draft')
  if (states.length === 0) return { is: 'refused', keys: [] }
  try {
    return { is: 'submitted', count: (await ask(desk, 'POST', states)).items.length }
  } catch (error) {
    return refusedBy(desk, error)
  }
}

/** Takes back what is submitted and not decided. */
export async function withdrawSubmitted(desk: Desk, keys: readonly string[]): Promise<Outcome> {
  const states = desk.rows.all().filter(({ key, row }) => keys.includes(key) && row.pending?.state === 'submitted')
  try {
    return { is: 'withdrawn', count: (await ask(desk, 'DELETE', states)).items.length }
  } catch (error) {
    return refusedBy(desk, error)
  }
}

function refusedBy(desk: Desk, error: unknown): Outcome {
  if (!(error instanceof ProblemError)) throw error
  const { errors = [], detail } = error.problem
  const keys: string[] = []
  for (const state of desk.rows.all()) {
    const messages = errors.filter(({ path }) => path === nameOf(state)).map(({ message }) => message)
    if (messages.length === 0) continue
    keys.push(state.key)
    desk.update(state.key, (one) => ({ ...one, refused: [...new Set(messages)] }))
  }
  return keys.length > 0 ? { is: 'refused', keys } : { is: 'failed', detail }
}
