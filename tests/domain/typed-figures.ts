import fc from 'fast-check'
import { readTypedFigure } from '../../server/domain/typed-figure.ts'
import type { Wanted } from '../../server/domain/typed-figure-wanted.ts'
import { CANONICAL_FIGURE } from '../../server/domain/words.ts'

// Figure strings as offices write them, each with what it has to become, calculated from whole numbers (BigInt) and not by
// the parser. Shared by the tests and by the proof that runs a million of them.

/** What a string has to become: exactly this figure, a sign that there is none, nothing, or a refusal. */
export type Expected = { is: 'figure'; value: string } | { is: 'missing' | 'blank' | 'refused' }

export interface WrittenFigure {
  text: string
  wanted: Wanted
  expected: Expected
}

/** A unit, what one of it is in powers of ten, and what may be written behind a number in it. */
interface Unit {
  unitZh: string
  unitEn: string
  /** Suffix → how many places the point moves. */
  behind: readonly (readonly [string, number])[]
  foreign: readonly string[]
}

const SCALES = [
  ['万', 4],
  ['亿', 8],
  ['百万', 6],
  ['千万', 7],
] as const

const counted = (unitZh: string, unitEn: string): Unit => ({
  unitZh,
  unitEn,
  behind: [
    ['', 0],
    [unitZh, 0],
    [unitEn, 0],
    ...SCALES.flatMap(
      ([scale, by]) =>
        [
          [scale, by],
          [scale + unitZh, by],
        ] as const,
    ),
  ],
  foreign: ['%', '‰', '头', '万头', '公里', '/万人'],
})

/** A unit with its own 万 or 亿 before the base. Its English name begins with digits; the tables have that. */
const scaled = (scale: string, own: number, base: string, unitEn: string): Unit => ({
  unitZh: scale + base,
  unitEn,
  behind: [
    ['', 0],
    [scale + base, 0],
    [base, -own],
    ...SCALES.flatMap(
      ([other, by]) =>
        [
          [other, by - own],
          [other + base, by - own],
        ] as const,
    ),
  ],
  foreign: ['%', '‰', '头', '万头', '家', '美元'],
})

const ratio = (unitZh: string, unitEn: string): Unit => ({
  unitZh,
  unitEn,
  behind: [
    ['', 0],
    [unitZh, 0],
    [unitEn, 0],
  ],
  foreign: ['万', '亿', '百分点', '个', '‰', '万元'],
})

const UNITS: Unit[] = [
  counted('家', 'enterprises'),
  counted('人', 'persons'),
  counted('吨', 'tonnes'),
  counted('元', 'yuan'),
  scaled('亿', 8, '元', '100 million yuan'),
  scaled('万', 4, '元', '10,000 yuan'),
  scaled('万', 4, '吨标准煤', '10,000 tonnes of coal equivalent'),
  ratio('%', '%'),
  ratio('件/万人', 'per 10,000 persons'),
  ratio('家/万家', 'per 10,000 enterprises'),
]

/** A number as it is written: its digits before and after the point, and its sign. */
interface Written {
  isNegative: boolean
  whole: string
  fraction: string
}

const MOST = 30

/** sign × coefficient × 10^exponent as a canonical figure; zeros at the end stay only where nothing was moved. */
function figureOf({ isNegative, whole, fraction }: Written, shift: number): string | undefined {
  const coefficient = BigInt(whole + fraction || '0')
  let places = fraction.length - shift
  let digits = coefficient
  if (shift !== 0) {
    while (places > 0 && digits % 10n === 0n) {
      digits /= 10n
      places--
    }
    if (places < 0) {
      digits *= 10n ** BigInt(-places)
      places = 0
    }
  }
  const text = digits.toString().padStart(places + 1, '0')
  if (text.length > MOST) return undefined
  const cut = text.length - places
  const figure = places > 0 ? `${text.slice(0, cut)}.${text.slice(cut)}` : text
  return isNegative && digits !== 0n ? `-${figure}` : figure
}

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength, maxLength })
const rarely = (written: string) => fc.constantFrom('', '', '', written)

/** Mostly the size of figures that are reported, sometimes as long as is allowed and beyond. */
const written: fc.Arbitrary<Written> = fc.record({
  isNegative: fc.constantFrom(false, false, false, true),
  whole: fc.oneof(
    { weight: 6, arbitrary: fc.nat(99_999_999).map(String) },
    { weight: 2, arbitrary: digits(1, 12) },
    { weight: 1, arbitrary: digits(1, 34) },
  ),
  fraction: fc.oneof(
    { weight: 5, arbitrary: fc.constant('') },
    { weight: 5, arbitrary: digits(1, 4) },
    { weight: 1, arbitrary: digits(1, 28) },
  ),
})

const SPACES = ['', '', '', ' ', '\u3000', '\u00a0', '\t', '\r\n', '\u2009', '\ufeff']
const around = fc.tuple(fc.constantFrom(...SPACES), fc.constantFrom(...SPACES))
const MINUSES = ['-', '－', '\u2212']
const SEPARATORS = ['', '', '', ',', '，', ' ', '\u00a0', '\u202f', '\u3000', "'", '’']

const toFullWidth = (text: string): string =>
  text.replace(/[0-9.,%+-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** Groups of three from the right; only a number without zeros before it is grouped. */
function grouped(whole: string, separator: string): string {
  if (separator === '' || whole.startsWith('0')) return whole
  const first = whole.length % 3 || 3
  const groups = [whole.slice(0, first)]
  for (let at = first; at < whole.length; at += 3) groups.push(whole.slice(at, at + 3))
  return groups.join(separator)
}

/** One clear number in one of its many forms. */
const clear: fc.Arbitrary<WrittenFigure> = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    written,
    suffix: fc.nat(),
    minus: fc.constantFrom(...MINUSES),
    plus: rarely('+'),
    zeros: rarely('00'),
    separator: fc.constantFrom(...SEPARATORS),
    point: fc.constantFrom('.', '.', '.', '．'),
    // What may be left out of a decimal: the nought before the point, or what would follow it.
    bare: fc.constantFrom(false, false, true),
    gap: fc.constantFrom('', '', ' ', '\u3000'),
    isFullWidth: fc.constantFrom(false, false, false, true),
    around,
  })
  .map((form) => {
    const { unit, written: number } = form
    const [suffix, shift] = unit.behind[form.suffix % unit.behind.length] ?? ['', 0]
    const groupedWhole = grouped(number.whole, form.separator)
    const isGrouped = groupedWhole !== number.whole
    const whole = isGrouped ? groupedWhole : form.zeros + number.whole
    const isNought = /^0+$/.test(number.whole)
    const point = number.fraction || form.bare ? form.point : ''
    const sign = number.isNegative ? form.minus : form.plus
    const body = `${sign}${form.bare && isNought && number.fraction ? '' : whole}${point}${number.fraction}`
    const text = `${form.isFullWidth ? toFullWidth(body) : body}${suffix && form.gap + suffix}`
    const value = figureOf({ ...number, whole: number.whole.replace(/^0+(?=.)/, '') }, shift)
    return {
      text: form.around[0] + text + form.around[1],
      wanted: { kind: 'level' as const, unitZh: unit.unitZh, unitEn: unit.unitEn },
      expected: value === undefined ? { is: 'refused' as const } : { is: 'figure' as const, value },
    }
  })

type Spoil = (number: string, other: string, unit: Unit) => string

/** Ways to write something that is not one clear number, made of a plain number. */
const SPOILS: Spoil[] = [
  (number) => `约${number}`,
  (number) => `近 ${number}`,
  (number, _, { unitZh }) => `${number}余${unitZh}`,
  (number, _, { unitZh }) => `${number}多${unitZh}`,
  (number) => `${number}左右`,
  (number, _, { unitZh }) => `${number} ${unitZh}以上`,
  (number) => `≥${number}`,
  (number) => `＜${number}`,
  (number) => `${number}+`,
  (number, other) => `${number}—${other}`,
  (number, other) => `${number}-${other}`,
  (number, other) => `${number}～${other}`,
  (number, other, { unitZh }) => `${number}${unitZh}至${other}${unitZh}`,
  (number, other) => `${number}.${other}.${other}`,
  (number, other) => `${number}、${other}`,
  (number, other) => `${number}/${other}`,
  (number) => `${number},0`,
  (number) => `${number},0000`,
  (number) => `${number}'00`,
  (number) => `0,${number}`,
  (number) => `${number}e5`,
  (number) => `${number}E+05`,
  (number, other) => `=${number}+${other}`,
  (number) => `='${number}`,
  (number) => `0x${number}`,
  (number) => `(${number})`,
  (number) => `（${number}）`,
  (number) => `—${number}`,
  (number) => `--${number}`,
  (number, other) => `${number}。${other}`,
  (number) => `${number}²`,
  (number) => `${number}\u0000`,
  (number) => `${number}\ud800`,
  (number) => `下降${number}`,
  (number) => `#${number}`,
  (number, _, { foreign }) => `${number}${foreign[Number(number) % foreign.length]}`,
  (number) => `${number} 9 9`,
  (number, other) => `${number}\n${other}`,
]

const spoilt: fc.Arbitrary<WrittenFigure> = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    number: fc.nat(9_999_999).map(String),
    other: fc.integer({ min: 1, max: 9999 }).map(String),
    spoil: fc.constantFrom(...SPOILS),
    around,
  })
  .map(({ unit, number, other, spoil, around: [before, after] }) => ({
    text: before + spoil(number, other, unit) + after,
    wanted: { kind: 'level' as const, unitZh: unit.unitZh, unitEn: unit.unitEn },
    expected: { is: 'refused' as const },
  }))

const NOTHING = ['—', '——', '-', '–', '/', '／', '…', '无', 'N/A', '未公布', '尚未公布', '不适用', '未统计', '暂无数据']

const without: fc.Arbitrary<WrittenFigure> = fc
  .record({ unit: fc.constantFrom(...UNITS), sign: fc.constantFrom('', ...NOTHING), around })
  .map(({ unit, sign, around: [before, after] }) => ({
    text: before + sign + after,
    wanted: { kind: 'level' as const, unitZh: unit.unitZh, unitEn: unit.unitEn },
    expected: { is: sign === '' ? ('blank' as const) : ('missing' as const) },
  }))

const BUILT = ['1', '１', '是', '建成', '已建成', '√']
const NOT_BUILT = ['0', '０', '否', '未建成', '尚未建成', '×']
const UNTOLD = ['2', '1.0', '-1', '在建', '约1', '50%', '基本建成', '10', '1家', '是否']

/** Built or not, in words and signs. */
const builtOrNot: fc.Arbitrary<WrittenFigure> = fc
  .record({ word: fc.constantFrom(...BUILT, ...NOT_BUILT, ...UNTOLD), around })
  .map(({ word, around: [before, after] }) => ({
    text: before + word + after,
    wanted: { kind: 'done' as const, unitZh: '', unitEn: '' },
    expected: UNTOLD.includes(word)
      ? { is: 'refused' as const }
      : { is: 'figure' as const, value: BUILT.includes(word) ? '1' : '0' },
  }))

/** Of eleven strings about seven are one clear number, two are not, one says that there is none, one whether it is built. */
export const writtenFigures: fc.Arbitrary<WrittenFigure> = fc.oneof(
  { weight: 7, arbitrary: clear },
  { weight: 2, arbitrary: spoilt },
  { weight: 1, arbitrary: without },
  { weight: 1, arbitrary: builtOrNot },
)

/** Fails where the string did not become exactly what it has to. */
export function assertReadAsExpected({ text, wanted, expected }: WrittenFigure): void {
  const read = readTypedFigure(text, wanted)
  const isSame =
    read.is === expected.is && (expected.is !== 'figure' || (read.is === 'figure' && read.value === expected.value))
  if (!isSame)
    throw new Error(
      `${JSON.stringify(text)} in ${wanted.unitZh} became ${JSON.stringify(read)}, not ${JSON.stringify(expected)}`,
    )
}

/** Every string becomes exactly the figure that it means, or is refused. */
export function assertFiguresAreReadExactly(numRuns: number): void {
  fc.assert(fc.property(writtenFigures, assertReadAsExpected), { numRuns })
}

/** Whatever the text: no error, no figure that is not canonical, and nothing that is read twice differently. */
export function assertAnyTextGetsAnAnswer(numRuns: number): void {
  const signs = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789.,，．%％+-－−—~约余万亿家元个 \u3000()（）eE=#/')),
  })
  const kinds = fc.constantFrom('level', 'done', 'change', 'flow', 'cumulative')
  const units = fc.constantFrom(...UNITS)
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), kinds, units, (text, kind, { unitZh, unitEn }) => {
      const read = readTypedFigure(text, { kind, unitZh, unitEn })
      if (read.is !== 'figure') return
      if (!CANONICAL_FIGURE.test(read.value) || read.value.replace(/[-.]/g, '').length > MOST)
        throw new Error(`${JSON.stringify(text)} became ${read.value}`)
      const again = readTypedFigure(read.value, { kind, unitZh, unitEn })
      if (again.is !== 'figure' || again.value !== read.value || again.conversions.length > 0)
        throw new Error(`${read.value} became ${JSON.stringify(again)}`)
    }),
    { numRuns },
  )
}
