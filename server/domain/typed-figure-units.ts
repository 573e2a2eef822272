import { toHalfWidth } from './typed-figure-text.ts'
import type { Wanted } from './typed-figure-wanted.ts'

/** 万, 亿, 万亿 and their hundreds and thousands; 千 alone only where it cannot belong to a unit such as 千瓦 or 千克. */
const SCALED = /^([百千]?(?:万亿|亿|万)|千(?=[元人吨户]|$))?(.*)$/

/** Units that are a share, a ratio or a score: their figures are written in full. */
const RATIO = /[%‰/每比率倍点分]|指数|^$/

const POWERS: Record<string, number> = { 百: 2, 千: 3, 万: 4, 亿: 8, 万亿: 12 }

const plain = (unit: string): string => toHalfWidth(unit).replace(/\s/g, '').toLowerCase()

function parts(unit: string): { power: number; scale: string; base: string } {
  const [, scale = '', base = ''] = SCALED.exec(unit) ?? []
  const [, few = '', many = ''] = /^([百千]?)(.*)$/.exec(scale) ?? []
  return { power: (POWERS[few] ?? 0) + (POWERS[many] ?? 0), scale, base }
}

/**
 * By how many places the point moves for what stands behind a number, so that it is in the unit that is asked for;
 * undefined where it is another unit, or one of 万 and 亿 that this unit does not take.
 *
 * 亿元: 3200万元 and 3200万 move it by −4, 32000000元 by −8. 家: 1.2万 and 1.2万家 by 4.
 */
export function readUnit(
  behind: string,
  { unitZh, unitEn }: Pick<Wanted, 'unitZh' | 'unitEn'>,
): { shift: number } | undefined {
  const typed = plain(behind)
  const own = plain(unitZh)
  if (typed === '' || typed === own || typed === plain(unitEn)) return { shift: 0 }
  const [given, asked] = [parts(typed), parts(own)]
  const sameBase = given.base === asked.base || (given.base === '' && given.scale !== '')
  return sameBase && !RATIO.test(own) ? { shift: given.power - asked.power } : undefined
}

/** Whether what stands behind a number is 万 or 亿 of a unit that is written in full. */
export function isScaleOfRatio(behind: string, { unitZh, unitEn }: Pick<Wanted, 'unitZh' | 'unitEn'>): boolean {
  const { scale, base } = parts(plain(behind))
  return scale !== '' && RATIO.test(plain(unitZh)) && ['', plain(unitZh), plain(unitEn)].includes(base)
}
