import { KIND_LABELS } from '../detail-labels.ts'
import type { FigureText } from '../model.ts'
import type { Finding, YearValue } from './finding.ts'

const inProse = (text: string): string => text.replace('-', '−')
const withUnit = (value: FigureText, unit: string): string =>
  /^[%‰]?$/.test(unit) ? `${inProse(value)}${unit}` : `${inProse(value)} ${unit}`
const of = ({ year, value }: YearValue): string => `${inProse(value)} in ${year}`

const CHECK = 'Check it; if it is so, say why here.'

/** One sentence or two: what is, then what to do. */
export function tellFindingEn(finding: Finding): string {
  switch (finding.code) {
    case 'future-year':
      return `${finding.year} has not begun and has no figure. Check the year.`
    case 'measure-does-not-fit':
      return `This indicator is of the kind “${KIND_LABELS[finding.kind].en}”: ${FITTING[finding.kind === 'change' ? 'change' : 'value']}`
    case 'not-built-or-not':
      return `${inProse(finding.value)} does not say whether it is built. Enter 1 for built, 0 for not built.`
    case 'outside-bounds': {
      const side = finding.side === 'above' ? 'above the highest value possible' : 'below the lowest value possible'
      const is = `${inProse(finding.value)} is ${side}, ${withUnit(finding.bound, finding.unitEn)}.`
      return finding.suggestion
        ? `${is} Is ${inProse(finding.suggestion)} meant? Enter it again.`
        : `${is} Enter it again.`
    }
    case 'negative-flow':
      return finding.kind === 'flow'
        ? 'What is new in a year cannot be less than 0. Check it; if nothing is new, enter 0.'
        : 'A running total cannot be less than 0. Enter it again.'
    case 'falling-total':
      return finding.side === 'below-earlier'
        ? `A running total cannot fall, and this is below ${of(finding.other)}. If this is what was new in the year, enter the total; if ${finding.other.year} is wrong, correct it first; if the definition changed, say so.`
        : `A running total cannot fall, and this is above ${of(finding.other)}. Check it; if ${finding.other.year} is wrong, correct it first; if the definition changed, say so.`
    case 'scale-jump':
      return scaleEn(finding)
    case 'far-from-history':
      return `${farEn(finding)} ${CHECK}`
    case 'worse-direction':
      return `${worseEn(finding)} ${CHECK}`
    case 'fraction-of-count':
      return `${inProse(finding.value)} is no whole number, and ${finding.unitEn} are counted. ${CHECK}`
    case 'more-decimals':
      return `It has ${count(finding.places)} after the point, other years ${finding.most > 0 ? `${finding.most} at most` : 'none'}. ${CHECK}`
    case 'same-as-last-year':
      return `Exactly the same as ${of(finding.last)}. If nothing changed, say so here before submitting.`
  }
}

const FITTING = {
  change: 'enter the change on the year before, or on a named earlier year.',
  value: 'enter the value itself and no change.',
}

const count = (places: number): string => `${places} ${places === 1 ? 'digit' : 'digits'}`

type Of<Code extends Finding['code']> = Extract<Finding, { code: Code }>

function scaleEn({ value, other, isGreater, factor, power, suggestion }: Of<'scale-jump'>): string {
  const is = isGreater ? `This is ${factor} times the ${of(other)}` : `The ${of(other)} is ${factor} times this`
  const much = isGreater ? 'many' : 'few'
  const causes: Record<number, string> = {
    1: `perhaps one digit too ${much}`,
    2: `perhaps two digits too ${much}, or the point or the unit is wrong`,
    4: 'perhaps in another unit, 10,000 times this one',
    8: 'perhaps in another unit, 100 million times this one',
  }
  const ask = suggestion
    ? `Is it ${inProse(suggestion)}, or really ${inProse(value)}?`
    : `Check it; if it is really ${inProse(value)}, say why here.`
  return `${is}: ${causes[power] ?? `perhaps ${power} digits too ${much}, or another unit`}. ${ask}`
}

function farEn({ last, difference, isGreater, usual }: Of<'far-from-history'>): string {
  const is = `This is ${difference} ${isGreater ? 'more' : 'less'} than ${of(last)}`
  return usual === null ? `${is}, a large change.` : `${is}; a year’s change is usually about ${usual}.`
}

function worseEn({ kind, value, better, last }: Of<'worse-direction'>): string {
  if (kind === 'done' && last) return `It was reported as built in ${last.year}, and now as not built.`
  const [went, wish] = better === 'higher' ? ['lower', 'the higher the better'] : ['higher', 'the lower the better']
  if (last) return `This is ${went} than ${of(last)}, and for this indicator ${wish}.`
  return `${inProse(value)}% is a ${better === 'higher' ? 'fall' : 'rise'}, and for this indicator ${wish}.`
}
