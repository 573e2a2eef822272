import { KIND_LABELS } from '../detail-labels.ts'
import type { FigureText } from '../model.ts'
import type { Finding, YearValue } from './finding.ts'

const inProse = (text: string): string => text.replace('-', '−')
const withUnit = (value: FigureText, unit: string): string =>
  /^[%‰]?$/.test(unit) ? `${inProse(value)}${unit}` : `${inProse(value)} ${unit}`
const of = ({ year, value }: YearValue): string => `${year} 年的 ${inProse(value)}`

const CHECK = '请核对；确实如此，请在此说明。'

/** One sentence or two: what is, then what to do. */
export function tellFindingZh(finding: Finding): string {
  switch (finding.code) {
    case 'future-year':
      return `${finding.year} 年尚未到来，不能填报。请核对年份。`
    case 'measure-does-not-fit':
      return `这项指标是“${KIND_LABELS[finding.kind]['zh-CN']}”，${FITTING[finding.kind === 'change' ? 'change' : 'value']}`
    case 'not-built-or-not':
      return `${inProse(finding.value)} 不能说明是否建成。建成填 1，未建成填 0。`
    case 'outside-bounds': {
      const is = `${inProse(finding.value)} ${finding.side === 'above' ? '高于上限' : '低于下限'} ${withUnit(finding.bound, finding.unitZh)}。`
      return is + (finding.suggestion ? `是否应为 ${inProse(finding.suggestion)}？请核对后重填。` : '请核对后重填。')
    }
    case 'negative-flow':
      return finding.kind === 'flow'
        ? '当年新增不能小于 0。请核对；没有新增，请填 0。'
        : '累计值不能小于 0。请核对后重填。'
    case 'falling-total':
      return finding.side === 'below-earlier'
        ? `累计值不能减少，现低于 ${of(finding.other)}。若填了当年新增，请改填累计值；若 ${finding.other.year} 年有误，请先更正该年；口径有变，请注明口径变更。`
        : `累计值不能减少，现高于 ${of(finding.other)}。请核对；若 ${finding.other.year} 年有误，请先更正该年；口径有变，请注明口径变更。`
    case 'scale-jump':
      return scaleZh(finding)
    case 'far-from-history':
      return `${farZh(finding)}${CHECK}`
    case 'worse-direction':
      return `${worseZh(finding)}${CHECK}`
    case 'fraction-of-count':
      return `单位是“${finding.unitZh}”，一般为整数，现为 ${inProse(finding.value)}。${CHECK}`
    case 'more-decimals':
      return `有 ${finding.places} 位小数，其他年份${finding.most > 0 ? `至多 ${finding.most} 位` : '均为整数'}。${CHECK}`
    case 'same-as-last-year':
      return `与 ${of(finding.last)} 完全相同。确实没有变化，请在此说明后再提交。`
  }
}

const FITTING = {
  change: '只能填比上年的变化率，或比此前某年的变化率。',
  value: '只能填数值本身，不能填变化率。',
}

type Of<Code extends Finding['code']> = Extract<Finding, { code: Code }>

function scaleZh({ value, other, isGreater, factor, power, suggestion }: Of<'scale-jump'>): string {
  const is = isGreater
    ? `是 ${other.year} 年 ${inProse(other.value)} 的 ${factor} 倍`
    : `${of(other)} 是它的 ${factor} 倍`
  const much = isGreater ? '多' : '少'
  const causes: Record<number, string> = {
    1: `${much}写了一位`,
    2: `${much}写了两位，或小数点、单位不对`,
    4: '单位不对，相差一万倍',
    8: '单位不对，相差一亿倍',
  }
  const ask = suggestion
    ? `要改成 ${inProse(suggestion)}，还是确为 ${inProse(value)}？`
    : `请核对；确为 ${inProse(value)}，请在此说明。`
  return `${is}，可能${causes[power] ?? `${much}写了 ${power} 位，或单位不对`}。${ask}`
}

function farZh({ last, difference, isGreater, usual }: Of<'far-from-history'>): string {
  const is = `比 ${of(last)} ${isGreater ? '多' : '少'} ${difference}`
  return usual === null ? `${is}，变动很大。` : `${is}，以往每年变动一般在 ${usual} 左右。`
}

function worseZh({ kind, value, better, last }: Of<'worse-direction'>): string {
  if (kind === 'done' && last) return `${last.year} 年已填建成，现填未建成。`
  const wish = better === 'higher' ? '以提高为好' : '以降低为好'
  const went = better === 'higher' ? '下降' : '上升'
  if (last) return `比 ${of(last)} 有所${went}，而这项指标${wish}。`
  return `${inProse(value)}% 是${went}，而这项指标${wish}。`
}
