import { ROWS } from './expected.ts'

/** Picks by a seed, so that every file can be made again. */
export interface Chance {
  below: (count: number) => number
  of: <Item>(items: readonly Item[]) => Item
  /** True once in so many times. */
  once: (times: number) => boolean
}

export function chanceOf(random: () => number): Chance {
  const below = (count: number): number => Math.floor(random() * count)
  const of = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('Nothing to pick from')
    return item
  }
  return { below, of, once: (times) => below(times) === 0 }
}

/** What an entry is to be, as text to be compared. */
export type EntryText = string

export interface MadeTable {
  /** From row 1 and column A; all texts. */
  cells: string[][]
  /** From 0. */
  headerAt: number
  columnAt: ReadonlyMap<MadeColumn, number>
  /** The figures that stand in it, by row from 1. */
  entries: Map<number, EntryText>
}

export const MADE_COLUMNS = ['code', 'name', 'value', 'unit', 'provisional', 'source', 'note', 'reason'] as const
export type MadeColumn = (typeof MADE_COLUMNS)[number]

const HEADERS: Readonly<Record<MadeColumn, readonly string[]>> = {
  code: ['指标代码', 'indicator_code', 'Indicator code'],
  name: ['指标', '指标名称', 'indicator'],
  value: ['2025 年数值', '数值', 'value', '2025'],
  unit: ['单位', 'unit'],
  provisional: ['初步数', 'provisional'],
  source: ['来源', 'source', '数据来源（必填）'],
  note: ['备注', 'note'],
  reason: ['缺报原因', 'missing_reason'],
}
const TEXTS = [
  '省科技厅',
  '科技统计年鉴, 2025',
  '含“新批”',
  'a "b" c',
  '两\n行',
  '分号；;',
  "'=1+1",
  '=1',
  '氧🌱',
  ' x\ty ',
]
const REASONS = [
  ['尚未公布', 'not-yet-published'],
  ['不适用', 'not-applicable'],
  ['not collected', 'not-collected'],
] as const

export const entryText = (entry: {
  indicatorCode: string
  measure: string
  value: string | null
  missingReason: string | null
  provisional: boolean
  source: string | null
  note: string | null
}): EntryText =>
  JSON.stringify([
    ...[entry.indicatorCode, entry.measure, entry.value, entry.missingReason],
    ...[entry.provisional, entry.source, entry.note],
  ])

/** A table as someone may have made it, with nothing wrong in it: its columns in any order, titles above. */
export function makeTable(chance: Chance): MadeTable {
  const order = shuffled([...MADE_COLUMNS], chance)
  const columnAt = new Map(order.map((column, index) => [column, index]))
  const headerAt = chance.below(4)
  const cells = Array.from({ length: headerAt }, (_, index) => [`青海表 ${index}`])
  cells.push(order.map((column) => chance.of(HEADERS[column])))
  const entries = new Map<number, EntryText>()
  for (const { indicator, measure } of shuffled(ROWS, chance)) {
    if (chance.once(6)) cells.push([])
    const filled = fillRow(indicator, measure, chance)
    cells.push(order.map((column) => filled.texts[column]))
    if (filled.entry !== undefined) entries.set(cells.length, filled.entry)
  }
  return { cells, headerAt, columnAt, entries }
}

function fillRow(indicator: (typeof ROWS)[number]['indicator'], measure: string, chance: Chance) {
  const reason = chance.once(5) ? chance.of(REASONS) : undefined
  const figure = indicator.kind === 'done' ? chance.of(['0', '1']) : decimal(chance)
  const source = chance.once(3) ? '' : chance.of(TEXTS)
  const note = chance.once(2) ? '' : chance.of(TEXTS)
  const isProvisional = chance.once(3) && reason === undefined
  const texts: Record<MadeColumn, string> = {
    code: indicator.code,
    name: chance.once(3) ? '' : chance.of([indicator.nameZh, indicator.nameEn, indicator.shortNameZh]),
    value: reason === undefined ? figure : '',
    unit: chance.once(2) ? '' : chance.of([indicator.unitZh, indicator.unitEn]),
    provisional: isProvisional ? '是' : chance.of(['', '否']),
    source,
    note,
    reason: reason?.[0] ?? '',
  }
  const entry = entryText({
    indicatorCode: indicator.code,
    measure,
    value: reason === undefined ? figure : null,
    missingReason: reason?.[1] ?? null,
    provisional: isProvisional,
    source: source || null,
    note: note || null,
  })
  return { texts, entry }
}

function decimal(chance: Chance): string {
  const sign = chance.once(4) ? '-' : ''
  const decimals = chance.below(4)
  const rest = Array.from({ length: decimals }, () => chance.below(10)).join('')
  return `${sign}${1 + chance.below(99_999)}${decimals > 0 ? `.${rest}` : ''}`
}

export function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  return items
    .map((item) => ({ item, at: chance.below(1_000_000) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item)
}
