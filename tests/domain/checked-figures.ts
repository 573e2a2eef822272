import fc from 'fast-check'
import { checkFigure } from '../../server/domain/checks/checks.ts'
import type { CheckInput, Finding, OtherFigure } from '../../server/domain/checks/finding.ts'
import { tellFinding } from '../../server/domain/checks/telling.ts'
import { LANGUAGES } from '../../server/domain/labels.ts'
import { CANONICAL_FIGURE, DIRECTIONS, KINDS } from '../../server/domain/words.ts'

// What the checks are given: short to write in a table, and random for the laws.

/** A level in 家 without bounds, entered for 2025, looked at from 2026. */
const LEVEL: CheckInput = {
  indicator: {
    kind: 'level',
    better: 'higher',
    min: null,
    max: null,
    unitZh: '家',
    unitEn: 'enterprises',
    decimals: 2,
  },
  figure: { year: 2025, measure: 'value', value: '1', breakBefore: false },
  others: [],
  replaced: null,
  nowYear: 2026,
}

export interface Scene {
  indicator?: Partial<CheckInput['indicator']>
  figure?: Partial<CheckInput['figure']>
  replaced?: string
  /** Figures of the years before 2025, the last of them of 2024; null where a year has none. */
  before?: readonly (string | null)[]
  /** Further figures, or others instead. */
  others?: readonly Partial<OtherFigure>[]
}

/** The value, and everything else as in `LEVEL` unless the scene says otherwise. */
export function entered(value: string | null, scene: Scene = {}): CheckInput {
  const { before = [], others = [] } = scene
  const isChange = scene.indicator?.kind === 'change'
  const measure = scene.figure?.measure ?? (isChange ? 'yoy' : 'value')
  const series = before.flatMap((of, index) =>
    of === null ? [] : { year: 2025 - before.length + index, measure, value: of, breakBefore: false },
  )
  const more = others.map((other) => ({ year: 2024, measure, value: '1', breakBefore: false, ...other }))
  return {
    ...LEVEL,
    indicator: { ...LEVEL.indicator, ...(isChange && { unitZh: '%', unitEn: '%' }), ...scene.indicator },
    figure: { ...LEVEL.figure, measure, value, ...scene.figure },
    others: [...series, ...more],
    replaced: scene.replaced ?? null,
  }
}

export const codesOf = (value: string | null, scene?: Scene): Finding['code'][] =>
  checkFigure(entered(value, scene)).map(({ code }) => code)

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength, maxLength })

/** Any canonical figure of up to 30 digits. */
export const figures: fc.Arbitrary<string> = fc
  .tuple(fc.boolean(), digits(1, 30), digits(0, 29))
  .map(([isNegative, whole, fraction]) => {
    const digitsBefore = whole.replace(/^0+(?=.)/, '')
    const after = fraction.slice(0, 30 - digitsBefore.length)
    const text = after ? `${digitsBefore}.${after}` : digitsBefore
    return isNegative && /[1-9]/.test(text) ? `-${text}` : text
  })

const somewhere = fc.oneof(
  { weight: 2, arbitrary: figures },
  { weight: 1, arbitrary: fc.constantFrom('0', '1', '100', '0.00', '-3.8') },
)
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })
const years = fc.integer({ min: 1900, max: 2200 })
const measures = fc.constantFrom('value', 'yoy', 'since:2020', 'since:2005', 'nonsense')

export const inputs: fc.Arbitrary<CheckInput> = fc.record({
  indicator: fc.record({
    kind: fc.constantFrom(...KINDS),
    better: fc.constantFrom(...DIRECTIONS),
    min: orNull(somewhere),
    max: orNull(somewhere),
    unitZh: fc.constantFrom('家', '%', '亿元', ''),
    unitEn: fc.constantFrom('enterprises', '%', '100 million yuan', ''),
    decimals: fc.nat(10),
  }),
  figure: fc.record({ year: years, measure: measures, value: orNull(somewhere), breakBefore: fc.boolean() }),
  others: fc.uniqueArray(fc.record({ year: years, measure: measures, value: somewhere, breakBefore: fc.boolean() }), {
    maxLength: 12,
    selector: ({ year, measure }) => `${year} ${measure}`,
  }),
  replaced: orNull(somewhere),
  nowYear: years,
})

function assertLaw(numRuns: number, law: (input: CheckInput, findings: Finding[]) => boolean): void {
  fc.assert(
    fc.property(inputs, (input) => {
      const others = input.others.filter(
        ({ year, measure }) => year !== input.figure.year || measure !== input.figure.measure,
      )
      const own = { ...input, others }
      return law(own, checkFigure(own))
    }),
    { numRuns },
  )
}

/** Whatever is canonical is checked without an error, and what was found is told in both languages. */
export function assertEveryFindingIsTold(numRuns: number): void {
  assertLaw(numRuns, (_, findings) =>
    findings.every((finding) =>
      LANGUAGES.every((language) => {
        const told = tellFinding(finding, language)
        return /[。？.?]$/.test(told) && !/undefined|null|NaN|!|！|-[0-9]/.test(told)
      }),
    ),
  )
}

/** One severity at a time, and no code twice. */
export function assertGravestOnly(numRuns: number): void {
  assertLaw(numRuns, (_, findings) => {
    const severities = new Set(findings.map(({ severity }) => severity))
    return severities.size <= 1 && new Set(findings.map(({ code }) => code)).size === findings.length
  })
}

/** What is suggested is canonical, and would not be refused itself for its bounds. */
export function assertSuggestionsAreFigures(numRuns: number): void {
  assertLaw(numRuns, (input, findings) =>
    findings.every((finding) => {
      if (!('suggestion' in finding) || finding.suggestion === null) return true
      const again = checkFigure({ ...input, figure: { ...input.figure, value: finding.suggestion } })
      return CANONICAL_FIGURE.test(finding.suggestion) && !again.some(({ code }) => code === 'outside-bounds')
    }),
  )
}

/** A break before the entered year leaves nothing to compare with in the years before. */
export function assertBreaksEndComparison(numRuns: number): void {
  assertLaw(numRuns, (input) => {
    const { figure, others } = input
    const own = {
      ...input,
      figure: { ...figure, breakBefore: true },
      others: others.filter((o) => o.year < figure.year),
    }
    const compared = ['falling-total', 'scale-jump', 'far-from-history', 'same-as-last-year']
    return !checkFigure(own).some(({ code }) => compared.includes(code))
  })
}
