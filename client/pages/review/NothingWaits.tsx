import { toYearInShanghai } from '../../format.ts'
import { textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { entryAddress } from '../../state/address.ts'
import { regionName } from './Lede.tsx'
import type { ReviewData } from './use-reviews.ts'

/** Nothing waits: where the figures are that were approved, and those that are still to come. */
export function NothingWaits({ data }: { data: ReviewData }) {
  const text = textOf(reviewText)
  const year = toYearInShanghai(data.list.asOf) - 1
  return (
    <div class="trouble">
      <h1 id="lede" tabIndex={-1}>
        {text.emptyTitle(regionName(data))}
      </h1>
      <p>{text.empty}</p>
      <p class="ways">
        <a class="button main" href={`/?region=${data.list.regionCode}`}>
          {text.toOverview}
        </a>{' '}
        <a class="button" href={entryAddress(data.list.regionCode, year)}>
          {text.toSheet(year)}
        </a>
      </p>
    </div>
  )
}
