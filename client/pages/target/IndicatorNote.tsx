import type { Indicator } from '../../../server/contract/reference.ts'
import { KIND_LABELS } from '../../../server/domain/detail-labels.ts'
import { either, say } from '../../i18n/language.ts'
import type { Wording } from './wording.ts'

interface Props {
  indicator: Indicator
  wording: Wording
}

/** 指标解释: what is counted, in what unit, and who publishes it. */
export function IndicatorNote({ indicator, wording }: Props) {
  const { text } = wording
  const words = text.indicator
  const { min, max, kind, better } = indicator
  const bounds =
    min !== null && max !== null
      ? words.between(wording.said(min), wording.said(max))
      : min !== null
        ? words.from(wording.said(min))
        : max !== null
          ? words.to(wording.said(max))
          : ''
  const facts: [string, string][] = [
    [words.kind, `${say(KIND_LABELS[kind])}${wording.language === 'en' ? ', ' : '，'}${text[better]}`],
    [words.unit, wording.unit],
    [words.bounds, kind === 'done' ? '' : bounds],
    [words.source, indicator.sourceZh ?? words.notPrinted],
  ]
  return (
    <section class="section">
      <header>
        <h2>{words.title}</h2>
      </header>
      <p class="small">{either(indicator.definitionZh, indicator.definitionEn)}</p>
      <dl class="facts small">
        {facts
          .filter(([, fact]) => fact !== '')
          .map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
