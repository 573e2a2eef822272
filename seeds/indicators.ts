import type { Indicator } from '../server/contract/reference.ts'

type Common = 'better' | 'decimals' | 'min' | 'max' | 'sourceZh' | keyof typeof NOT_ROLLED_UP

/** Each plan counts by definitions of its own: what two of them count under one name must not be added up. */
const NOT_ROLLED_UP = { rollUp: 'none', weightIndicatorCode: null } as const

/** An indicator that counts things: whole numbers from nought up, the more the better. */
export function countOf(given: Omit<Indicator, Common> & Partial<Indicator>): Indicator {
  return { better: 'higher', decimals: 0, min: '0', max: null, sourceZh: null, ...NOT_ROLLED_UP, ...given }
}

/** An indicator that is a share of a whole, in percent. */
export function shareOf(given: Omit<Indicator, Common | 'kind' | 'unitZh' | 'unitEn'> & Partial<Indicator>): Indicator {
  return {
    kind: 'level',
    better: 'higher',
    unitZh: '%',
    unitEn: '%',
    decimals: 2,
    min: '0',
    max: '100',
    sourceZh: null,
    ...NOT_ROLLED_UP,
    ...given,
  }
}

/** An indicator that is a change in percent against a base year, where less is better. */
export function reductionOf(
  given: Omit<Indicator, Common | 'kind' | 'unitZh' | 'unitEn'> & Partial<Indicator>,
): Indicator {
  return {
    kind: 'change',
    better: 'lower',
    unitZh: '%',
    unitEn: '%',
    decimals: 0,
    min: '-100',
    max: null,
    sourceZh: null,
    ...NOT_ROLLED_UP,
    ...given,
  }
}

/** Something that is built, or not yet. */
export function buildingOf(
  given: Omit<Indicator, Common | 'kind' | 'unitZh' | 'unitEn'> & Partial<Indicator>,
): Indicator {
  return {
    kind: 'done',
    better: 'higher',
    unitZh: '',
    unitEn: '',
    decimals: 0,
    min: '0',
    max: '1',
    sourceZh: null,
    ...NOT_ROLLED_UP,
    ...given,
  }
}
