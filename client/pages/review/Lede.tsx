import { either, language, textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import type { Summary } from './summary.ts'
import type { ReviewData } from './use-reviews.ts'

/** The first line is the answer: what waits, and what approving it changes. */
export function Lede({ summary, data }: { summary: Summary; data: ReviewData }) {
  const text = textOf(reviewText)
  return (
    <div class="lede">
      <h1 id="lede" tabIndex={-1}>
        {text.headline(regionName(data), summary.year, summary.total)}
      </h1>
      <p>
        {text.consequence(summary.turnings)}
        {language.value === 'en' && ' '}
        {text.notes(summary)}
      </p>
    </div>
  )
}

export const regionName = ({ region, list }: ReviewData): string =>
  region ? either(region.nameZh, region.nameEn) : list.regionCode
