import { describe, expect, it } from 'vitest'
import { cellText, withCell, withoutCell } from '../../client/pages/entry/cell-text.ts'
import { cornersOf, isInside, moved } from '../../client/pages/entry/columns.ts'
import { EMPTY } from '../../client/pages/entry/content.ts'
import { type Intent, intentOf, type Key } from '../../client/pages/entry/grid-keys.ts'
import { toGroups } from '../../client/pages/entry/groups.ts'
import { pasteBlock } from '../../client/pages/entry/paste.ts'
import { isEditable, toRowState } from '../../client/pages/entry/row-state.ts'
import { NOTHING_DONE, noted, redo, type RowChange, undo } from '../../client/pages/entry/undo.ts'
import { anObservation, aRowOf } from './entry-fixture.ts'

const key = (name: string, part: Partial<Key> = {}): Key => ({
  key: name,
  shift: false,
  ctrl: false,
  alt: false,
  ...part,
})
const down: Intent = { to: 'move', by: { row: 1, column: 0 }, extend: false }

describe('the keys', () => {
  it.each<[string, Key, Parameters<typeof intentOf>[1], Parameters<typeof intentOf>[2], Intent | null]>([
    ['an arrow moves while nothing is edited', key('ArrowDown'), 'browse', 'figure', down],
    ['and after typing over', key('ArrowDown'), 'type', 'figure', down],
    ['but not inside a cell that is edited', key('ArrowDown'), 'edit', 'figure', null],
    ['nor sideways in a sentence that is typed', key('ArrowLeft'), 'type', 'text', null],
    ['Shift with an arrow selects', key('ArrowDown', { shift: true }), 'browse', 'figure', { ...down, extend: true }],
    ['Enter edits', key('Enter'), 'browse', 'figure', { to: 'edit' }],
    ['and when edited goes down', key('Enter'), 'edit', 'figure', { to: 'next', by: 1 }],
    ['with Shift up', key('Enter', { shift: true }), 'type', 'figure', { to: 'next', by: -1 }],
    ['F2 edits', key('F2'), 'browse', 'figure', { to: 'edit' }],
    ['Escape gives up', key('Escape'), 'type', 'figure', { to: 'give-up' }],
    ['Delete clears', key('Delete'), 'browse', 'figure', { to: 'clear' }],
    ['but a letter when edited', key('Delete'), 'edit', 'figure', null],
    ['Ctrl+Z undoes', key('z', { ctrl: true }), 'browse', 'figure', { to: 'undo' }],
    ['but typing while it is typed', key('z', { ctrl: true }), 'type', 'figure', null],
    ['Ctrl+Shift+Z does it again', key('Z', { ctrl: true, shift: true }), 'browse', 'figure', { to: 'redo' }],
    ['Tab is the browser’s', key('Tab'), 'browse', 'figure', null],
    ['a letter is typed', key('a'), 'browse', 'figure', null],
    ['Ctrl+C is the browser’s', key('c', { ctrl: true }), 'browse', 'figure', null],
    ['← from the figure leads to the indicator', key('ArrowLeft'), 'browse', 'figure', { to: 'heading' }],
  ])('%s', (_what, pressed, mode, control, intent) => {
    expect(intentOf(pressed, mode, control, 0)).toEqual(intent)
  })

  it('move within the grid only', () => {
    expect(moved({ row: 0, column: 0 }, { row: -1, column: 0 }, 3)).toEqual({ row: 0, column: 0 })
    expect(moved({ row: 2, column: 3 }, { row: 10, column: 1 }, 3)).toEqual({ row: 2, column: 3 })
  })

  it('select from any corner', () => {
    const range = { from: { row: 3, column: 2 }, to: { row: 1, column: 0 } }
    expect(cornersOf(range)).toEqual({ first: { row: 1, column: 0 }, last: { row: 3, column: 2 } })
    expect(isInside(range, { row: 2, column: 1 })).toBe(true)
    expect(isInside(range, { row: 4, column: 1 })).toBe(false)
    expect(isInside(null, { row: 2, column: 1 })).toBe(false)
  })
})

describe('the text of a cell', () => {
  it('is copied as it is read, and read as it was copied', () => {
    const content = { ...EMPTY, text: '1', provisional: true, source: '公报' }
    expect(cellText(content, 'value', 'done', 'zh-CN')).toBe('已建成')
    expect(cellText({ ...EMPTY, missingReason: 'not-collected' }, 'value', 'level', 'en')).toBe('not collected')
    expect(withCell(EMPTY, 'provisional', cellText(content, 'provisional', 'level', 'zh-CN'))?.provisional).toBe(true)
    expect(withCell(content, 'provisional', '否')?.provisional).toBe(false)
    expect(withCell(content, 'provisional', '也许')).toBe(undefined)
  })
  it('is cleared with what depends on it', () => {
    expect(withoutCell({ ...EMPTY, text: '1', provisional: true, note: '注' }, 'value')).toEqual({
      ...EMPTY,
      note: '注',
    })
  })
})

describe('a pasted block', () => {
  const rows = ['a', 'b', 'c'].map((code) => toRowState(aRowOf(code)))
  const start = { row: 0, column: 0 }

  it('is laid into the rows from where one is', () => {
    const { changes, taken } = pasteBlock('17\t是\t公报\r\n18\r\n', { row: 1, column: 0 }, rows, 2025, isEditable)
    expect(taken).toBe(4)
    expect(changes.map(({ key: row, content }) => [row, content.text, content.provisional, content.source])).toEqual([
      ['b/value', '17', true, '公报'],
      ['c/value', '18', false, ''],
    ])
  })

  it('tells its header, what was converted, what is unclear, empty, beyond the grid, and locked', () => {
    const locked = toRowState(aRowOf('d', { pending: anObservation({ state: 'submitted' }) }))
    const text = '2025年\t初步\r\n0.89％\t也许\r\n约17\r\n\r\n99\r\n5\r\n"6\n7"\r\n'
    const pasted = pasteBlock(text, start, [...rows, locked], 2025, isEditable)
    expect(pasted.headerRows).toBe(1)
    expect(pasted.conversions.map(({ figure }) => [figure.typed, figure.value])).toEqual([['0.89％', '0.89']])
    expect(pasted.unclear).toBe(1)
    expect(pasted.unfit.map((one) => one.text)).toEqual(['也许'])
    expect(pasted.blank).toBe(1)
    expect(pasted.locked.map((one) => one.text)).toEqual(['99'])
    expect(pasted.below).toEqual(['5', '6\n7'])
  })

  it('changes nothing with its empty cells', () => {
    const filled = toRowState(aRowOf('a', { pending: anObservation({ state: 'draft' }) }))
    expect(
      pasteBlock('\t\t公报\r\n', start, [filled], 2025, isEditable).changes.map(({ content }) => content.text),
    ).toEqual(['17'])
  })
})

describe('undoing', () => {
  const step = (name: string): RowChange[] => [{ key: name, before: EMPTY, after: { ...EMPTY, text: name } }]
  it('goes back step by step and forth again, and a new step ends what was undone', () => {
    const two = noted(noted(NOTHING_DONE, step('a')), step('b'))
    const back = undo(two)
    expect(back?.step[0]?.key).toBe('b')
    expect(redo(back?.next ?? NOTHING_DONE)?.step[0]?.key).toBe('b')
    const other = noted(back?.next ?? NOTHING_DONE, step('c'))
    expect(redo(other)).toBe(undefined)
    expect(undo(other)?.step[0]?.key).toBe('c')
    expect(undo(NOTHING_DONE)).toBe(undefined)
  })
  it('remembers two hundred steps', () => {
    let all = NOTHING_DONE
    for (let count = 0; count < 300; count++) all = noted(all, step(`${count}`))
    expect(all.done.length).toBe(200)
  })
})

describe('the groups', () => {
  it('are the plans in the order of the sheet, and last what no plan asks for', () => {
    const rows = [
      toRowState(aRowOf('a', { planCodes: [] })),
      toRowState(aRowOf('b', { planCodes: ['second', 'first'] })),
      toRowState(aRowOf('c', { planCodes: ['first'] })),
      toRowState(aRowOf('d', { planCodes: ['second'] })),
    ]
    expect(toGroups(rows)).toEqual([
      { planCode: 'second', keys: ['b/value', 'd/value'] },
      { planCode: 'first', keys: ['c/value'] },
      { planCode: null, keys: ['a/value'] },
    ])
  })
})
