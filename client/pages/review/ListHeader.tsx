import type { ReviewItem } from '../../../server/contract/review.ts'
import { textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { isTurning } from './turns.ts'
import { toShown, type View, viewAddress, yearsOf } from './view.ts'

/** What is looked at: a year of several, all or only what turns a status. Every choice is an address. */
export function ListHeader({ items, view }: { items: readonly ReviewItem[]; view: View }) {
  const text = textOf(reviewText)
  const years = yearsOf(items)
  const ofYear = toShown(items, { ...view, onlyTurning: false })
  const turning = ofYear.filter(isTurning).length
  return (
    <header>
      <h2 id="waiting">{text.listTitle}</h2>
      <span class="aside small">{text.listNote}</span>
      {(years.length > 1 || view.year !== undefined) && (
        <nav class="years" aria-label={text.years}>
          <ul>
            <YearLink view={view} year={undefined} label={text.allYears(items.length)} />
            {years.map(({ year, count }) => (
              <YearLink key={year} view={view} year={year} label={text.year(year, count)} />
            ))}
          </ul>
        </nav>
      )}
      {(view.onlyTurning || (turning > 0 && turning < ofYear.length)) && (
        <span class="more">
          <a href={viewAddress({ ...view, onlyTurning: !view.onlyTurning })} onClick={focusMain}>
            {view.onlyTurning ? text.showAll(ofYear.length) : text.onlyTurning(turning)}
          </a>
        </span>
      )}
    </header>
  )
}

function YearLink({ view, year, label }: { view: View; year: number | undefined; label: string }) {
  return (
    <li>
      <a href={viewAddress({ ...view, year })} aria-current={view.year === year ? 'true' : undefined}>
        {label}
      </a>
    </li>
  )
}
