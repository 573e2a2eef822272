import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY } from '../../client/pages/entry/content.ts'
import { waitMs } from '../../client/pages/entry/link.ts'
import { namedItems, toBatch } from '../../client/pages/entry/outgoing.ts'
import { findLeft, keep } from '../../client/pages/entry/outbox-storage.ts'
import { changed, type RowState, shownContent, toRowState, type Unsent } from '../../client/pages/entry/row-state.ts'
import { firstEntryYear, entryYears } from '../../client/state/entry-year.ts'
import { anObservation, aRow, aRowOf, AT } from './entry-fixture.ts'

const SHEET = { regionCode: '63', year: 2025 }
const OWNER = { username: 'qh-reporter', ...SHEET }
const nothingIsHeld = (): boolean => false
const typed = (state: RowState, text: string): RowState => changed(state, { ...shownContent(state), text }, AT)

/** Storage as a browser has it, in memory. */
class MemoryStore implements Storage {
  readonly #kept = new Map<string, string>()
  get length(): number {
    return this.#kept.size
  }
  clear(): void {
    this.#kept.clear()
  }
  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null
  }
  key(at: number): string | null {
    return [...this.#kept.keys()][at] ?? null
  }
  removeItem(key: string): void {
    this.#kept.delete(key)
  }
  setItem(key: string, value: string): void {
    this.#kept.set(key, value)
  }
}

describe('what is sent', () => {
  it('is every clear figure that the server does not have, with the revision that it replaces', () => {
    const rows = [
      typed(toRowState(aRowOf('a')), '17'),
      typed(toRowState(aRowOf('b')), '约17'),
      toRowState(aRowOf('c', { pending: anObservation() })),
      typed(toRowState(aRowOf('d', { pending: anObservation({ state: 'draft', revision: 4 }) })), '18'),
    ]
    const { drafts, discards } = toBatch(rows, SHEET, nothingIsHeld)
    expect(drafts.map(({ item }) => [item.indicatorCode, item.value, item.ifRevision])).toEqual([
      ['a', '17', 0],
      ['d', '18', 4],
    ])
    expect(discards).toEqual([])
  })

  it('is not what is being typed, what was refused as it is, nor what someone else changed', () => {
    const state = typed(toRowState(aRow()), '17')
    const rows = [
      { ...state, refused: ['不行'] },
      { ...state, conflict: { theirs: null } },
    ]
    expect(toBatch(rows, SHEET, nothingIsHeld).drafts).toEqual([])
    expect(toBatch([state], SHEET, () => true).drafts).toEqual([])
  })

  it('takes a draft back whose figure was cleared', () => {
    const state = typed(toRowState(aRow({ pending: anObservation({ state: 'draft', revision: 2 }) })), '')
    expect(toBatch([state], SHEET, nothingIsHeld).discards.map(({ item }) => item.ifRevision)).toEqual([2])
  })

  it('is told by index what is wrong with it', () => {
    const errors = [
      { path: 'items.3.value', message: '一' },
      { path: 'items.3', message: '二' },
      { path: 'items', message: '三' },
    ]
    expect([...namedItems(errors)]).toEqual([[3, ['一', '二']]])
  })

  it('is tried again after waits that double up to half a minute', () => {
    expect([1, 2, 3, 5, 6, 50].map(waitMs)).toEqual([1000, 2000, 4000, 16_000, 30_000, 30_000])
  })
})

describe('what a browser keeps', () => {
  const unsent = (text: string, at = AT): Unsent => ({
    measure: 'value',
    content: { ...EMPTY, text },
    base: 0,
    serial: 1,
    at,
  })

  it('is found again by whoever typed it, of this sheet, from pages that are closed', () => {
    const store = new MemoryStore()
    keep(store, OWNER, 'closed', { 'a/value': unsent('约17') })
    keep(store, OWNER, 'open', { 'b/value': unsent('18') })
    keep(store, { ...OWNER, username: 'sd-reporter' }, 'closed', { 'c/value': unsent('19') })
    keep(store, { ...OWNER, year: 2024 }, 'closed', { 'd/value': unsent('20') })
    const found = findLeft(store, OWNER, (page) => page === 'open')
    expect(Object.keys(found.newest)).toEqual(['a/value'])
    found.forget()
    expect(Object.keys(findLeft(store, OWNER, () => false).newest)).toEqual(['b/value'])
  })

  it('of two pages the newest counts, and the older is not dropped where it says something else', () => {
    const store = new MemoryStore()
    keep(store, OWNER, 'one', { a: unsent('17', '2026-03-02T00:00:00.000Z'), b: unsent('5') })
    keep(store, OWNER, 'two', { a: unsent('18', '2026-03-01T00:00:00.000Z'), b: unsent('5') })
    const { newest, older } = findLeft(store, OWNER, () => false)
    expect(newest['a']?.content.text).toBe('17')
    expect(older.map(({ unsent: one }) => one.content.text)).toEqual(['18'])
  })

  it('is any text at all, whole', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'binary' })), (texts) => {
        const store = new MemoryStore()
        const kept = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, unsent(text)]))
        keep(store, OWNER, 'page', kept)
        expect(findLeft(store, OWNER, () => false).newest).toEqual({ ...kept })
      }),
      { examples: ['__proto__', 'toString'].map((key) => [Object.fromEntries([[key, '17']])]) },
    )
  })

  it('is nothing where the browser forbids it, and the desk knows', () => {
    const store = new MemoryStore()
    store.setItem = () => {
      throw new DOMException('no', 'QuotaExceededError')
    }
    expect(keep(store, OWNER, 'page', { a: unsent('17') })).toBe(false)
  })

  it('is read over where something else wrote under its name', () => {
    const store = new MemoryStore()
    store.setItem('tanbiao.outbox.1/qh-reporter/63/2025/x', '{"a":1,"b":')
    expect(findLeft(store, OWNER, () => false).newest).toEqual({})
  })
})

describe('the year to which a reporter comes', () => {
  const round = (year: number, opensOn: string, closesOn: string, regionCodes = ['63']) => ({
    year,
    regionCodes,
    opensOn,
    closesOn,
  })
  it('is that of the open round that closes first, else of the newest round, else last year', () => {
    const rounds = [
      round(2024, '2026-01-01', '2026-12-31'),
      round(2025, '2026-02-15', '2026-03-31'),
      round(2026, '2026-01-01', '2026-02-01', ['37']),
    ]
    expect(firstEntryYear(rounds, '63', '2026-03-01')).toBe(2025)
    expect(firstEntryYear(rounds, '63', '2026-05-01')).toBe(2024)
    expect(firstEntryYear(rounds, '63', '2027-05-01')).toBe(2025)
    expect(firstEntryYear([], '63', '2026-05-01')).toBe(2025)
    expect(entryYears(rounds, '63')).toEqual([2025, 2024])
  })
})
