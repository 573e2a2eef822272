import { describe, expect, it } from 'vitest'
import { importText } from '../../client/i18n/import.ts'
import { isSameFigure, replacedBy } from '../../client/pages/import/before.ts'
import { MOST_BYTES, openFile } from '../../client/pages/import/chosen-file.ts'
import { groupChanges } from '../../client/pages/import/groups.ts'
import { toOvertaken } from '../../client/pages/import/overtaken.ts'
import { summarise, writable } from '../../client/pages/import/preview-summary.ts'
import { isOvertaken, remedyOf } from '../../client/pages/import/refusal.ts'
import { tallySheet } from '../../client/pages/import/tally-sheet.ts'
import { toToldProblem } from '../../client/pages/import/told-problem.ts'
import type { SheetRow } from '../../server/contract/entry.ts'
import type { ImportChange, ImportPreview } from '../../server/contract/import.ts'
import type { Problem } from '../../server/contract/problem.ts'
import { LIMITS } from '../../server/imports/limits.ts'
import type { Problem as FoundProblem } from '../../server/imports/match.ts'
import { tellProblem } from '../../server/imports/telling.ts'
import { anIndicator } from '../helpers/world.ts'
import { anObservation } from './review-fixture.ts'

const aChange = (part: Partial<ImportChange> = {}): ImportChange => ({
  row: 6,
  indicatorCode: 'laboratories',
  measure: 'value',
  value: '46',
  missingReason: null,
  provisional: false,
  source: '年报',
  note: null,
  before: null,
  typed: '46',
  remarks: [],
  ...part,
})

const BEFORE: NonNullable<ImportChange['before']> = {
  value: '45',
  missingReason: null,
  state: 'draft',
  provisional: false,
  source: '年报',
  note: null,
}

const aPreview = (part: Partial<ImportPreview> = {}): ImportPreview => ({
  id: 'id',
  regionCode: '63',
  year: 2025,
  sheet: null,
  changes: [],
  unchanged: 0,
  unfilled: 0,
  problems: [],
  remarks: [],
  ...part,
})

const aProblem = (part: Partial<ImportPreview['problems'][number]> = {}): ImportPreview['problems'][number] => ({
  row: 7,
  column: 'G',
  code: 'figure',
  message: '',
  ...part,
})

function aRow(code: string, part: Partial<SheetRow> = {}): SheetRow {
  return {
    indicator: anIndicator({ code }),
    measure: 'value',
    measures: ['value'],
    planCodes: ['plan'],
    targetIds: [],
    entry: { state: 'open', roundId: 1, kind: 'annual', opensOn: '2026-01-01', closesOn: '2026-03-31' },
    revision: 0,
    earlier: [],
    approved: null,
    pending: null,
    returned: null,
    ...part,
  }
}

const answered = (status: number, part: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: '',
  status,
  detail: '',
  code: '',
  requestId: '',
  ...part,
})

describe('the first sentence of a preview', () => {
  const { headline } = importText['zh-CN']
  const nine = Array.from({ length: 9 }, (_, index) => aChange({ row: index + 10, indicatorCode: `new-${index}` }))
  const three = [1, 2, 3].map((row) => aChange({ row, indicatorCode: `old-${row}`, before: BEFORE }))

  it('counts what is new, what is changed, what stays, and what is wrong', () => {
    const problems = [aProblem({ row: 30 }), aProblem({ row: 31 })]
    const summary = summarise(aPreview({ changes: [...nine, ...three], unchanged: 4, problems }))
    expect(headline(summary)).toBe('将写入 12 项：9 项新填，3 项改动；4 项与现在相同；2 处问题')
    expect(importText.en.headline(summary)).toBe('12 figures to write: 9 new, 3 changed; 4 as they are; 2 problems')
  })

  it('leaves out what there is none of', () => {
    expect(headline(summarise(aPreview({ changes: nine })))).toBe('将写入 9 项：9 项新填')
    expect(headline(summarise(aPreview({ unchanged: 4 })))).toBe('没有可以写入的；4 项与现在相同')
    expect(importText.en.headline(summarise(aPreview({ changes: [aChange({ before: BEFORE })] })))).toBe(
      '1 figure to write: 1 changed',
    )
  })

  it('does not count a figure whose own row is wrong among those to be written', () => {
    const preview = aPreview({ changes: [aChange({ row: 6 }), aChange({ row: 7 })], problems: [aProblem({ row: 7 })] })
    expect(writable(preview).map(({ row }) => row)).toEqual([6])
    expect(summarise(preview)).toMatchObject({ toWrite: 1, problems: 1 })
  })
})

describe('the changes', () => {
  it('stand in the order of the sheet, by plan, what no plan asks for last', () => {
    const rows = [aRow('a'), aRow('b', { planCodes: ['second'] }), aRow('c'), aRow('d', { planCodes: [] })]
    const changes = ['d', 'unheard-of', 'c', 'b', 'a'].map((indicatorCode) => aChange({ indicatorCode }))
    const groups = groupChanges(changes, { rows })
    expect(
      groups.map(({ planCode, changes: ofPlan }) => [planCode, ofPlan.map(({ change }) => change.indicatorCode)]),
    ).toEqual([
      ['plan', ['a', 'c']],
      ['second', ['b']],
      [null, ['d', 'unheard-of']],
    ])
  })

  it('say whose the old figure is, as long as the sheet has it', () => {
    const pending = anObservation({ value: '45', state: 'draft', enteredBy: 'qh-second' })
    const change = aChange({ before: BEFORE })
    expect(replacedBy(change, aRow('laboratories', { pending }))?.enteredBy).toBe('qh-second')
    expect(replacedBy(change, aRow('laboratories', { pending: { ...pending, value: '50' } }))).toBeUndefined()
    expect(replacedBy(aChange(), aRow('laboratories', { pending }))).toBeUndefined()
  })

  it('say where the figure stays and only its words change', () => {
    expect(isSameFigure(aChange({ value: '45', note: '已核对', before: BEFORE }))).toBe(true)
    expect(isSameFigure(aChange({ before: BEFORE }))).toBe(false)
    expect(isSameFigure(aChange({ value: '45' }))).toBe(false)
  })
})

describe('a problem', () => {
  const found: FoundProblem = {
    row: 7,
    column: { letter: 'AB', header: '数据来源（必填）' },
    code: 'no-indicator',
    data: {},
  }
  it.each([
    ['a column', found, { column: 'AB', header: '数据来源（必填）' }],
    ['a column without a header', { ...found, column: { letter: 'G', header: '' } }, { column: 'G', header: '' }],
    ['the whole row', { ...found, column: null }, { column: null, header: '' }],
  ])('of %s is told apart from its place, in both languages', (_what, problem, place) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const message = tellProblem(problem, language)
      const told = toToldProblem({ row: 7, column: problem.column?.letter ?? null, code: problem.code, message })
      expect(told).toMatchObject({ row: 7, ...place })
      expect(told.message).toMatch(language === 'en' ? /^This row has a figure/ : /^这一行有数/)
    }
  })

  it('keeps its whole sentence where it does not begin with a place', () => {
    expect(toToldProblem(aProblem({ row: null, column: null, message: '别的。' })).message).toBe('别的。')
  })
})

describe('a file', () => {
  const aFile = (bytes: number, name = '表.xlsx'): File => new File([new Uint8Array(bytes)], name)

  it('is taken into memory up to what the server takes', async () => {
    expect(MOST_BYTES).toBe(LIMITS.uploadBytes)
    expect(importText['zh-CN'].accepted).toContain(`${LIMITS.uploadBytes / 1024 / 1024} MB、${LIMITS.rows} 行`)
    expect(await openFile([aFile(MOST_BYTES)])).toMatchObject({ name: '表.xlsx' })
    expect(await openFile([aFile(MOST_BYTES + 1)])).toBe('too-large')
  })

  it('is one, and no folder', async () => {
    expect(await openFile([])).toBe('no-file')
    expect(await openFile([aFile(1), aFile(1)])).toBe('several')
    const folder = aFile(0, '文件夹')
    folder.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'))
    expect(await openFile([folder])).toBe('unreadable')
  })
})

describe('what the server refuses', () => {
  it.each([
    [401, 'sign-in'],
    [0, 'again'],
    [429, 'again'],
    [500, 'again'],
    [422, 'other-file'],
    [413, 'other-file'],
  ])('with %i is followed by: %s', (status, remedy) => {
    expect(remedyOf(answered(status))).toBe(remedy)
  })

  it('since the preview names the figures that were changed', () => {
    const changes = [aChange(), aChange({ indicatorCode: 'patents' })]
    const errors = [{ path: 'items.1', code: 'revision-conflict', message: '' }]
    const conflict = answered(409, { errors })
    expect(isOvertaken(conflict)).toBe(true)
    expect(toOvertaken(conflict, changes)).toEqual({ why: 'changed', keys: new Set(['patents/value']) })
    expect(toOvertaken(answered(404), changes)).toEqual({ why: 'gone', keys: new Set() })
    const closed = answered(400, { errors: [{ path: 'items.0.year', code: 'entry-closed', message: '' }] })
    expect(toOvertaken(closed, changes)).toEqual({ why: 'refused', keys: new Set(['laboratories/value']) })
    expect(isOvertaken(answered(401))).toBe(false)
  })
})

describe('what is left on the sheet', () => {
  it('is counted as the sheet counts it: a draft with an open question waits to be dealt with', () => {
    const draft = (code: string, value: string): SheetRow =>
      aRow(code, {
        pending: anObservation({ indicatorCode: code, state: 'draft', value }),
        earlier: [anObservation({ indicatorCode: code, year: 2024, value: '45', state: 'approved' })],
      })
    const rows = [draft('a', '46'), draft('b', '4600'), aRow('c'), aRow('d', { approved: anObservation() })]
    const counts = tallySheet({ rows, year: 2025, today: '2026-03-01' })
    expect(counts).toMatchObject({ draft: 1, todo: 1, empty: 1, approved: 1 })
    expect(importText['zh-CN'].left(counts)).toBe('填报表里现有 1 项草稿可以提交，1 项要先处理，1 项未填。')
    expect(importText.en.left(counts)).toBe('On the sheet now: 1 draft to submit, 1 to be dealt with first, 1 empty.')
  })
})
