import type { Indicator } from '../../server/contract/reference.ts'
import { CORRECTION_LABELS } from '../../server/domain/labels.ts'
import { getFigureHistory } from '../api.ts'
import { toDate } from '../format.ts'
import { figureHistoryText } from '../i18n/figure-history.ts'
import { language, say, textOf } from '../i18n/language.ts'
import { useAnswer } from '../state/use-answer.ts'
import { type FigureEvent, isSameValue, toFigureEvents } from './figure-events.ts'
import { toldFigure } from './told-figure.ts'
import './figure-history.css'

interface Props {
  regionCode: string
  year: number
  measure: string
  indicator: Indicator
  /** Changes whenever the figure did, so that the history is asked for again: the revision, say. */
  version: string | number
}

const SHANGHAI_TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' })

/** Everything that happened to one figure: who, when, old → new, why, who decided. Asked for when it is shown. */
export function FigureHistory({ regionCode, year, measure, indicator, version }: Props) {
  const text = textOf(figureHistoryText)
  const name = { regionCode, indicatorCode: indicator.code, year, measure }
  const key = `history ${Object.values(name).join('/')} ${version}`
  const answer = useAnswer(key, (signal) => getFigureHistory(name, signal))
  if (answer.state === 'loading') {
    return (
      <p class="history-of-figure aside small">
        <output>{answer.slow ? text.loading : ''}</output>
      </p>
    )
  }
  if (answer.state === 'problem') {
    return (
      <p class="history-of-figure small" role="alert">
        {text.failed}{' '}
        <button type="button" class="button quiet" onClick={answer.retry}>
          {text.retry}
        </button>
      </p>
    )
  }
  const { items, people } = answer.value
  const events = toFigureEvents(items)
  if (events.length === 0) return <p class="history-of-figure aside small">{text.none}</p>
  return (
    <ol class="history-of-figure small" aria-label={text.label}>
      {events.map((event) => (
        <li key={event.id}>
          <time dateTime={event.at}>
            {toDate(event.at)} {SHANGHAI_TIME.format(new Date(event.at))}
          </time>
          <span class="by">{event.by === null ? text.someone : (people[event.by] ?? event.by)}</span>
          <span class="what">
            <Told event={event} indicator={indicator} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function Told({ event, indicator }: { event: FigureEvent; indicator: Indicator }) {
  const text = textOf(figureHistoryText)
  if (event.what !== 'entered') {
    return (
      <>
        <b>{text.steps[event.what]}</b>
        {event.comment !== null && <span class="why">{text.comment(event.comment)}</span>}
      </>
    )
  }
  const { figure, before, fields, saves } = event
  const value = toldFigure(figure, indicator, language.value)
  const change =
    before === null
      ? text.entered(value)
      : isSameValue(before, figure)
        ? text.same(value)
        : text.changed(toldFigure(before, indicator, language.value), value)
  const asides = [
    ...(figure.provisional ? [text.provisional] : []),
    ...(figure.breakBefore ? [text.breakBefore] : []),
    ...(fields.length > 0 ? [text.alsoChanged(fields.map((field) => text.fields[field]))] : []),
    ...(saves > 1 ? [text.saves(saves)] : []),
  ]
  const isNew = (field: 'source' | 'note'): boolean => before === null || fields.includes(field)
  return (
    <>
      {[change, ...asides].join(text.comma)}
      {figure.correction !== null && (
        <span class="why">
          {text.correction(say(CORRECTION_LABELS[figure.correction.code]), figure.correction.reason)}
        </span>
      )}
      {figure.source !== null && isNew('source') && <span class="why">{text.source(figure.source)}</span>}
      {figure.note !== null && isNew('note') && <span class="why">{text.note(figure.note)}</span>}
    </>
  )
}
