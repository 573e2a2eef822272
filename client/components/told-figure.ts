import type { Observation } from '../../server/contract/observation.ts'
import type { Indicator } from '../../server/contract/reference.ts'
import { MISSING_REASON_LABELS, type Language } from '../../server/domain/labels.ts'
import { isZero, MISSING, toMeasured } from '../format.ts'
import { unitOf } from '../goal.ts'
import { figureHistoryText } from '../i18n/figure-history.ts'

type Told = Pick<Observation, 'value' | 'missingReason' | 'measure'>

/** A figure in words: “9.1%”, “已建成”, “尚未公布”, “比上年 −3.8%”. */
export function toldFigure(figure: Told, indicator: Indicator, language: Language): string {
  const text = figureHistoryText[language]
  const { value, missingReason } = figure
  if (value === null) return missingReason === null ? MISSING : MISSING_REASON_LABELS[missingReason][language]
  if (indicator.kind === 'done') return isZero(value) ? text.notBuilt : text.built
  const said = toMeasured(value, unitOf(indicator, language), { language })
  const measure = toldMeasure(figure, language)
  if (measure === '') return said
  return language === 'en' ? `${said} ${measure}` : `${measure} ${said}`
}

/** Against what a change is measured; nothing for figures that are measured against nothing. */
export function toldMeasure({ measure }: Pick<Observation, 'measure'>, language: Language): string {
  const text = figureHistoryText[language]
  if (measure === 'yoy') return text.yoy
  return measure.startsWith('since:') ? text.since(measure.slice('since:'.length)) : ''
}
