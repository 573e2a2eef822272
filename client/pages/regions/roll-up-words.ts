import type { RolledYear, RollUps } from '../../../server/contract/roll-up.ts'
import type { RollUpChart, RollUpPoint } from '../../charts/roll-up-option.ts'
import type { Language } from '../../../server/domain/labels.ts'
import { toMeasured } from '../../format.ts'
import { unitOf } from '../../goal.ts'
import type { RegionsText } from '../../i18n/regions.ts'

/** So many names stand in a cell; of more the number is said. */
const MOST_NAMES = 4

/** What regions directly below one are called, by how long their codes are. */
export const unitsOf = (regionCode: string, text: RegionsText): string =>
  text.units(regionCode === '00' ? 2 : regionCode.length + 2)

/** A figure with its unit, and whether it is provisional. */
export const told = (value: string, { indicator }: RollUps, language: Language): string =>
  toMeasured(value, unitOf(indicator, language), { language })

export function toChart({ years, indicator, rollUp }: RollUps): RollUpChart {
  return {
    own: years.flatMap(({ year, own }): RollUpPoint[] =>
      own === null || own.value === null
        ? []
        : [{ year, value: Number(own.value), isHollow: own.provisional, breakBefore: own.breakBefore }],
    ),
    rolledUp: years.flatMap(({ year, rolledUp }): RollUpPoint[] => {
      if (rolledUp === null) return []
      const { value, provisional, complete, breakBefore } = rolledUp
      return [{ year, value: Number(value), isHollow: provisional || !complete, breakBefore }]
    }),
    coverage: new Map(
      years.flatMap(({ year, rolledUp }) => (rolledUp ? [[year, `${rolledUp.covered}/${rolledUp.of}`]] : [])),
    ),
    isWhole: indicator.decimals === 0,
    mustStartAtZero: rollUp === 'sum' || indicator.kind !== 'level',
  }
}

/** Who is not in it and why, and who is in it with a part only; nothing where it is whole. */
export function gapsOf({ rolledUp }: RolledYear, text: RegionsText, language: Language): string[] {
  if (rolledUp === null) return []
  const { lacking, partial } = rolledUp
  const named = (regions: readonly { nameZh: string; nameEn: string }[], reasons: readonly string[]): string => {
    const names = regions.map(({ nameZh, nameEn }, at) =>
      text.because(language === 'en' ? nameEn : nameZh, reasons[at] ?? ''),
    )
    const shown = names.slice(0, MOST_NAMES).join(text.between)
    return names.length > MOST_NAMES ? text.andMore(shown, names.length) : shown
  }
  const reasons = lacking.map(({ reason }) => text.lack[reason])
  return [
    ...(lacking.length > 0 ? [text.lacking(named(lacking, reasons))] : []),
    ...(partial.length > 0 ? [text.partial(named(partial, []))] : []),
  ]
}

/** What must be said of the figures of a year. */
export function marksOf({ own, rolledUp }: RolledYear, text: RegionsText): string[] {
  const { marks } = text
  return [
    ...(['provisional', 'breakBefore'] as const).flatMap((mark) => [
      ...(own?.[mark] ? [marks[mark].own] : []),
      ...(rolledUp?.[mark] ? [marks[mark].rolledUp] : []),
    ]),
    ...(own?.sample || rolledUp?.sample ? [marks.sample] : []),
  ]
}
