import { Pages } from '../../components/Pages.tsx'
import { FLAG_LABELS, STATUS_LABELS } from '../../../server/domain/labels.ts'
import { say, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { type Filters, toAddress } from './filters.ts'
import { firstRows, type Listing } from './listing.ts'
import { ListLinks } from './ListLinks.tsx'
import type { Names } from './names.ts'
import { TargetTable } from './TargetTable.tsx'
import { useSettled } from './use-later.ts'

interface Props {
  listing: Listing
  /** How many targets the filters leave, whether they need attention or not. */
  shown: number
  filters: Filters
  names: Names
  nowYear: number
}

/** What can be seen of a long list before one scrolls is drawn first, the rest when that has been painted. */
const SCREENFUL = 8
/** The least that a row takes: so high the list is from the start. */
const ROW_PX = 46

/** The first few that need attention, or a whole list: by its name, in pages. */
export function ListSection({ listing, shown, filters, names, nowYear }: Props) {
  const text = textOf(overviewText)
  const { by, status, flag, milestone } = filters
  const isGrouped = by === 'plan' || by === 'theme'
  const chosen = [...(status ? [say(STATUS_LABELS[status])] : []), ...(flag ? [say(FLAG_LABELS[flag])] : [])]
  const title = chosen.join(text.comma) || (by === '' || by === 'attention' ? text.attention : text.listTitle)
  const isSettled = useSettled(listing)
  const isWhole = isSettled || listing.to - listing.from < SCREENFUL
  const whole = toAddress(filters, { by: chosen.length > 0 ? 'none' : 'attention' })
  return (
    <section class="section">
      <header>
        <h2>{title}</h2>
        <p class="aside small">{text.listNote(milestone === 'next' ? text.next : text.year(milestone), isGrouped)}</p>
        <p class="aside small narrow-only">{text.barKey}</p>
        {by === '' && listing.total > 0 && (
          <a class="see-whole small" href={whole}>
            {text.seeWhole(listing.total)}
          </a>
        )}
        <ListLinks filters={filters} />
      </header>
      {listing.total === 0 ? (
        <p class="all-well">
          {text.allWell} <a href={toAddress(filters, { by: 'none' })}>{text.seeAllTargets(shown)}</a>
        </p>
      ) : (
        <div style={{ minHeight: isWhole ? undefined : `${(listing.to - listing.from + 1) * ROW_PX}px` }}>
          <TargetTable
            groups={isWhole ? listing.groups : firstRows(listing.groups, SCREENFUL)}
            title={title}
            filters={filters}
            names={names}
            nowYear={nowYear}
          />
        </div>
      )}
      <Pages listing={listing} text={text} to={(page) => toAddress(filters, { page })} list="list" />
    </section>
  )
}
