import type { Milestone } from '../../../server/domain/model.ts'
import type { Observation } from '../../../server/contract/observation.ts'
import type { ReviewItem } from '../../../server/contract/review.ts'
import { toldFigure } from '../../components/told-figure.ts'
import { toFigure } from '../../format.ts'
import { unitOf } from '../../goal.ts'
import { language, textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { totalsOf } from './totals.ts'
import { toldDifference, toldScale } from './wording.ts'

interface Props {
  item: ReviewItem
  milestone: Milestone | undefined
}

/** The new figure with unit and year; under it what it replaces or what was before, and the difference. */
export function ValueCell({ item, milestone }: Props) {
  const text = textOf(reviewText)
  const { observation, indicator, approved, earlier } = item
  const { provisional, breakBefore, value, year } = observation
  const style = { language: language.value, unit: unitOf(indicator, language.value) }
  const isNumber = value !== null && indicator.kind !== 'done'
  const before = approved ?? earlier.findLast((one) => one.year < year && one.value !== null)
  const difference = before ? toldDifference(value, before.value, indicator, language.value) : ''
  const totals = totalsOf(item, milestone)
  // Unit and measure stand with the figure above.
  const plain = (one: Observation): string =>
    one.value === null || indicator.kind === 'done'
      ? toldFigure({ ...one, measure: 'value' }, indicator, language.value)
      : toFigure(one.value, style)
  return (
    <>
      <span class={isNumber ? 'new' : 'new word'}>{plain(observation)}</span>{' '}
      <span class="scale">{toldScale(observation, indicator, language.value)}</span>
      {(provisional || breakBefore) && (
        <span class="tags">
          {provisional && <span class="tag">{text.provisional}</span>}
          {breakBefore && <span class="tag">{text.breakBefore}</span>}
        </span>
      )}
      <div class="was">
        {approved ? (
          <s>{text.replaces(plain(approved))}</s>
        ) : before ? (
          text.earlier(before.year, plain(before))
        ) : (
          text.noEarlier
        )}
        {difference && (
          <>
            {text.comma}
            <b class="together">{difference}</b>
          </>
        )}
      </div>
      {totals && <div class="was">{text.total(toFigure(totals.before, style), toFigure(totals.after, style))}</div>}
    </>
  )
}
