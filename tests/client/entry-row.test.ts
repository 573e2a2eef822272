import { describe, expect, it } from 'vitest'
import { completed } from '../../client/pages/entry/prefill.ts'
import { EMPTY, settled, toDraft } from '../../client/pages/entry/content.ts'
import {
  acknowledged,
  changed,
  isEditable,
  keepMine,
  refreshed,
  type RowState,
  shownContent,
  takeTheirs,
  toRowState,
} from '../../client/pages/entry/row-state.ts'
import { faultOf, statusOf, tallyOf } from '../../client/pages/entry/status.ts'
import { anObservation, aRow, AT, INDICATOR, NAME } from './entry-fixture.ts'

const typed = (state: RowState, text: string): RowState => changed(state, { ...shownContent(state), text }, AT)
const row = aRow()

describe('what a row says', () => {
  it.each([
    ['0.89％', '0.89', null],
    ['１２，３４５', '12345', null],
    ['尚未公布', '', 'not-yet-published'],
    ['—', '—', null],
    ['约17', '约17', null],
  ])('%s becomes %s, reason %s', (text, shown, missingReason) => {
    expect(settled({ ...EMPTY, text }, INDICATOR)).toMatchObject({ text: shown, missingReason })
  })

  it('without a figure nothing is provisional and nothing breaks', () => {
    const content = { ...EMPTY, text: '不适用', provisional: true, breakBefore: true }
    expect(settled(content, INDICATOR)).toMatchObject({ provisional: false, breakBefore: false })
  })

  it('takes last year’s source with its first figure, and with no reason and no second one', () => {
    const state = toRowState(aRow({ earlier: [anObservation({ year: 2024, source: '统计年鉴' })] }))
    expect(completed(state, EMPTY, { ...EMPTY, text: '17' }).source).toBe('统计年鉴')
    expect(completed(state, EMPTY, { ...EMPTY, text: '—' }).missingReason).toBe(null)
    expect(completed(state, EMPTY, { ...EMPTY, text: '不适用' }).source).toBe('')
    expect(completed(state, { ...EMPTY, text: '17' }, { ...EMPTY, text: '18' }).source).toBe('')
  })

  it('is no draft before it is one clear figure or a reason, and a correction has its own', () => {
    const draft = (text: string, part = {}) => toDraft({ ...EMPTY, text, ...part }, NAME, INDICATOR, 3)
    expect(draft('约17')).toBe(undefined)
    expect(draft('')).toBe(undefined)
    expect(draft('17.50')).toMatchObject({ value: '17.50', source: null, ifRevision: 3 })
    expect(draft('17', { correction: { code: 'typing', reason: ' ' } })).toBe(undefined)
    expect(draft('17', { correction: { code: 'typing', reason: '写反' } })?.correction?.reason).toBe('写反')
  })
})

describe('a row between the desk and the server', () => {
  it('is unsent from the first change on, and not when the change is undone', () => {
    const state = typed(toRowState(row), '17')
    expect(state.unsent).toMatchObject({ base: 0, serial: 1 })
    expect(typed(state, '').unsent).toBe(null)
  })

  it('keeps what was typed while it was being sent', () => {
    const first = typed(toRowState(row), '17')
    const second = typed({ ...first, isSending: true }, '18')
    const saved = acknowledged(second, 1, anObservation({ value: '17', revision: 1, state: 'draft' }))
    expect(shownContent(saved).text).toBe('18')
    expect(saved.unsent?.base).toBe(1)
    expect(acknowledged(saved, 2, anObservation({ value: '18', revision: 2, state: 'draft' })).unsent).toBe(null)
  })

  it('shows what someone else saved meanwhile beside one’s own, and overwrites it only when told to', () => {
    const theirs = anObservation({ value: '19', revision: 1, state: 'draft' })
    const met = refreshed(typed(toRowState(row), '17'), aRow({ pending: theirs, revision: 1 }))
    expect(met.conflict).toEqual({ theirs })
    expect(shownContent(met).text).toBe('17')
    expect(keepMine(met).unsent?.base).toBe(1)
    expect(shownContent(takeTheirs(met)).text).toBe('19')
  })

  it('finds no conflict where both say the same', () => {
    const theirs = anObservation({ value: '17', revision: 1, state: 'draft' })
    const met = refreshed(typed(toRowState(row), '17'), aRow({ pending: theirs, revision: 1 }))
    expect(met).toMatchObject({ conflict: null, unsent: null })
  })

  it('keeps source and note at hand when the draft is taken back', () => {
    const saved = toRowState(aRow({ pending: anObservation({ state: 'draft', note: '核对' }), revision: 1 }))
    const blank = typed(saved, '')
    const gone = acknowledged(blank, 1, null)
    expect(gone.row.pending).toBe(null)
    expect(shownContent(gone).note).toBe('核对')
  })
})

describe('where a row stands', () => {
  const approved = anObservation({ state: 'approved' })
  const states: [string, RowState, string][] = [
    ['nothing', toRowState(row), 'empty'],
    ['an approved figure', toRowState(aRow({ approved })), 'approved'],
    ['a correction begun', { ...toRowState(aRow({ approved })), isCorrecting: true }, 'incomplete'],
    ['a submitted one', toRowState(aRow({ pending: anObservation({ state: 'submitted' }) })), 'submitted'],
    ['a returned one', toRowState(aRow({ pending: anObservation({ state: 'returned' }) })), 'returned'],
    ['a draft', toRowState(aRow({ pending: anObservation({ state: 'draft' }) })), 'draft'],
    ['a text', typed(toRowState(row), '约17'), 'refused'],
    ['a dash', typed(toRowState(row), '—'), 'refused'],
    ['a figure not sent', typed(toRowState(row), '17'), 'unsent'],
    ['a figure on its way', { ...typed(toRowState(row), '17'), isSending: true }, 'saving'],
    ['a note alone', changed(toRowState(row), { ...EMPTY, note: '等公报' }, AT), 'incomplete'],
  ]
  it.each(states)('%s', (_what, state, status) => {
    expect(statusOf(state, [])).toBe(status)
  })

  it('asks only until it is explained, and counts as to be dealt with until then', () => {
    const finding = { code: 'fraction-of-count', severity: 'asked', value: '17.5', unitZh: '家', unitEn: '' } as const
    const asked = toRowState(aRow({ pending: anObservation({ state: 'draft', value: '17.5' }) }))
    expect(statusOf(asked, [finding])).toBe('asked')
    expect(tallyOf(asked, [finding])).toBe('todo')
    expect(tallyOf(changed(asked, { ...shownContent(asked), note: '折算' }, AT), [finding])).toBe('draft')
  })

  it('a figure under review cannot be changed, one outside the round neither, an approved one when it is corrected', () => {
    expect(isEditable(toRowState(aRow({ pending: anObservation({ state: 'submitted' }) })))).toBe(false)
    expect(isEditable(toRowState(aRow({ entry: { state: 'closed', closedOn: '2026-03-31' } })))).toBe(false)
    expect(isEditable(toRowState(aRow({ approved })))).toBe(false)
    expect(isEditable({ ...toRowState(aRow({ approved })), isCorrecting: true })).toBe(true)
    expect(faultOf({ ...toRowState(aRow({ approved })), isCorrecting: true })).toBe('correction-reason')
  })
})
