import { MISSING_REASON_LABELS, type Language } from './labels.ts'
import type { Refusal, RefusalCode } from './typed-figure-refusals.ts'
import type { Conversion, ReadFigure, ReadMissing } from './typed-figure.ts'
import type { Wanted } from './typed-figure-wanted.ts'

// What is said of a typed text: what it is, then what to do.

/** What was typed, as a sentence quotes it: on one line, and not at any length. */
function quoted(typed: string): string {
  const signs = Array.from(typed.replace(/\s+/g, ' '))
  return `“${signs.length > 24 ? `${signs.slice(0, 24).join('')}…` : signs.join('')}”`
}

const inProse = (figure: string): string => figure.replace('-', '−')
const withUnit = (figure: string, unit: string): string =>
  /^[%‰]/.test(unit) ? `${inProse(figure)}${unit}` : `${inProse(figure)} ${unit}`.trimEnd()

interface Said {
  text: string
  suggestion: string | undefined
  typedUnit: string
  unit: string
}
type Sentences = Record<RefusalCode, (said: Said) => string>

const noFigureZh = (text: string) => `还没有数，请选“尚未公布”，并把${text}写进备注。`
const noFigureEn = (text: string) => `Without one yet, choose “not yet published” and put ${text} into the note.`

const ZH: Sentences = {
  unreadable: () => '所填内容含有无法保存的字符。请删去，重新键入。',
  'choose-built': ({ text }) => `${text}不能说明是否建成。请选“建成”或“未建成”；无法判断，请选缺数的原因。`,
  'too-long': ({ text }) => `${text}超过 30 位数字。请核对后重填。`,
  'error-value': ({ text }) => `${text}是电子表格的错误提示，不是数。请在原表中改好后再复制，或直接填数。`,
  formula: ({ text }) => `${text}是算式。请填算好的数。`,
  scientific: ({ text }) => `${text}是科学计数法，可能已丢位数。请在原表中改为“数值”格式后再复制，或写出全部数字。`,
  date: ({ text }) => `${text}是日期，可能由电子表格自动改成。请核对原数后重填。`,
  range: ({ text }) => `${text}是一个区间，不是一个确定的数。请填确定的数；${noFigureZh(text)}`,
  'not-exact': ({ text }) => `${text}不是一个确定的数。请填确定的数；${noFigureZh(text)}`,
  grouping: ({ text }) => `${text}的分节不清楚。每三位一节才可用逗号或空格，小数点用“.”。请去掉分节，重填。`,
  'not-a-number': ({ text }) => `${text}不是一个数。请只填一个数；${noFigureZh(text)}`,
  'negative-form': ({ text, suggestion }) => `${text}若是负数，请写 ${suggestion}。`,
  'decimal-point': ({ text, suggestion }) => `${text}的小数点应为“.”。请写 ${suggestion}。`,
  'direction-word': ({ text, suggestion }) =>
    suggestion
      ? `${text}带有增减的文字。请用正负号表示，写 ${suggestion}。`
      : `${text}带有增减的文字。请去掉文字，只填所要的数。`,
  'chinese-numeral': ({ text, suggestion }) =>
    suggestion ? `${text}请用阿拉伯数字。若是确数，请写 ${suggestion}。` : `${text}是中文数字。请用阿拉伯数字填写。`,
  unit: ({ text, typedUnit, unit }) => `${text}带有“${typedUnit}”，这里的单位是“${unit}”。请按“${unit}”核对，只填数。`,
  scale: ({ text, unit }) => `${text}带有万、亿，单位“${unit}”不作这种换算。请写出全部数字。`,
}

const EN: Sentences = {
  unreadable: () => 'The text has characters that cannot be stored. Delete it and type it again.',
  'choose-built': ({ text }) =>
    `${text} does not say whether it is built. Choose “built” or “not built”; if neither can be told, choose a reason.`,
  'too-long': ({ text }) => `${text} has more than 30 digits. Check it and enter it again.`,
  'error-value': ({ text }) =>
    `${text} is a spreadsheet’s error and no number. Mend the sheet and copy again, or enter the number.`,
  formula: ({ text }) => `${text} is a formula. Enter its result.`,
  scientific: ({ text }) =>
    `${text} is in scientific notation and may have lost digits. Format the cell as a number and copy again, or write all digits.`,
  date: ({ text }) => `${text} is a date, perhaps made by a spreadsheet. Check the number and enter it again.`,
  range: ({ text }) => `${text} is an interval and not one number. Enter the exact number. ${noFigureEn(text)}`,
  'not-exact': ({ text }) => `${text} is not an exact number. Enter the exact number. ${noFigureEn(text)}`,
  grouping: ({ text }) =>
    `The grouping of ${text} is not clear: commas or spaces stand before every three digits, the decimal point is “.”. Enter it without them.`,
  'not-a-number': ({ text }) => `${text} is not a number. Enter one number alone. ${noFigureEn(text)}`,
  'negative-form': ({ text, suggestion }) => `If ${text} is negative, write ${suggestion}.`,
  'decimal-point': ({ text, suggestion }) => `The decimal point of ${text} has to be “.”. Write ${suggestion}.`,
  'direction-word': ({ text, suggestion }) =>
    suggestion
      ? `${text} tells the direction in words. Write ${suggestion}, with a sign.`
      : `${text} tells a rise or fall in words. Enter the number alone that is asked for.`,
  'chinese-numeral': ({ text, suggestion }) =>
    suggestion
      ? `${text} is written in words. If it is exact, write ${suggestion}.`
      : `${text} is written in words. Use digits.`,
  unit: ({ text, typedUnit, unit }) =>
    `${text} is in “${typedUnit}”, and the unit here is “${unit}”. Convert it and enter the number alone.`,
  scale: ({ text, unit }) => `${text} is counted in 万 or 亿, which “${unit}” does not take. Write all digits.`,
}

/** Why a typed text was refused, and what to write instead. */
export function tellRefusal(refusal: Refusal, language: Language): string {
  const suggestion = 'suggestion' in refusal && refusal.suggestion !== null ? inProse(refusal.suggestion) : undefined
  const unit = 'unitZh' in refusal ? (language === 'en' ? refusal.unitEn : refusal.unitZh) : ''
  const typedUnit = 'typedUnit' in refusal ? refusal.typedUnit : ''
  return (language === 'en' ? EN : ZH)[refusal.code]({ text: quoted(refusal.typed), suggestion, typedUnit, unit })
}

const DONE: Record<Conversion, { 'zh-CN': string; en: string }> = {
  'half-width': { 'zh-CN': '全角改为半角', en: 'full-width signs made half-width' },
  separators: { 'zh-CN': '去掉千分位', en: 'separators left out' },
  'plus-sign': { 'zh-CN': '去掉正号', en: 'plus sign left out' },
  'plain-form': { 'zh-CN': '改为通常写法', en: 'written in plain form' },
  unit: { 'zh-CN': '去掉单位', en: 'unit left out' },
  scale: { 'zh-CN': '按单位换算', en: 'converted to the unit' },
  built: { 'zh-CN': '建成记为 1，未建成记为 0', en: 'built is 1, not built is 0' },
}

/** What was made of a typed text, before it is taken; undefined where it is taken as it stands. */
export function tellConversion(figure: ReadFigure, { unitZh, unitEn }: Wanted, language: Language): string | undefined {
  if (figure.conversions.length === 0) return undefined
  const done = figure.conversions.map((conversion) => DONE[conversion][language])
  if (language === 'en')
    return `${quoted(figure.typed)} is taken as ${withUnit(figure.value, unitEn)}: ${done.join(', ')}.`
  return `${quoted(figure.typed)}将记为 ${withUnit(figure.value, unitZh)}：${done.join('，')}。`
}

/** That a sign such as “—” is no number, and which reason it is taken for or that one has to be chosen. */
export function tellMissing({ typed, suggestion }: ReadMissing, language: Language): string {
  const text = quoted(typed)
  const reason = suggestion && MISSING_REASON_LABELS[suggestion][language]
  if (language === 'en')
    return reason
      ? `${text} is taken as “${reason}”, and not as 0.`
      : `${text} is neither a number nor 0. Choose why there is none; if it is 0, enter 0.`
  return reason ? `${text}将记为“${reason}”，不记为 0。` : `${text}不是数，也不是 0。请选缺数的原因；确为 0，请填 0。`
}
