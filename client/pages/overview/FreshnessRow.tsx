import type { RegionFreshness } from '../../../server/contract/freshness.ts'
import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { alongAddress } from './addresses.ts'
import { type Filters, toListAddress } from './filters.ts'
import { type Age, toParts } from './freshness-parts.ts'

interface Props {
  code: string
  /** Undefined until it is known. */
  line: RegionFreshness | undefined
  /** Under which choice of milestones the region has old figures, and targets without any. */
  found: Record<'old' | 'none', { choice: MilestoneChoice } | undefined>
  filters: Filters
  name: string
  today: string
  /** All regions report of the same year: the head of the column says which. */
  sameYear: boolean
}

/** One region: how old its series are, how many are approved of the year of its newest round, and when that closes. */
export function FreshnessRow({ code, line, found, filters, name, today, sameYear }: Props) {
  const text = textOf(overviewText)
  const nowYear = Number(today.slice(0, 4))
  const all = toListAddress(filters, { region: code, status: '', flag: '' })
  return (
    <tr>
      <th scope="row">
        <a class="plain" href={all}>
          {name}
        </a>
      </th>
      <td>
        <span class="ages">
          {toParts(line?.latestYears ?? [], nowYear).map(({ age, series }) => (
            <a
              key={age}
              class={`age-${age}`}
              style={{ flexGrow: series }}
              href={addressOf(age, found, filters, code) ?? all}
              aria-label={text.part(name, text.ages[age](nowYear - 1), series)}
            >
              {series}
            </a>
          ))}
        </span>
      </td>
      <td class="number">
        {line && line.approved !== null && (
          <a class="plain" href={all}>
            <b>{line.approved}</b>{' '}
            <span class="aside">
              {text.ofOwed(line.owed)}
              <span class="unit">{text.seriesUnit}</span>
            </span>
            {!sameYear && line.year !== null && <small> {text.year(line.year)}</small>}
          </a>
        )}
      </td>
      <td class="number">{line && <Closing line={line} filters={filters} code={code} today={today} />}</td>
    </tr>
  )
}

/** What is old leads to what is old, what has no figure to what has none; the rest to the region's whole list. */
function addressOf(age: Age, found: Props['found'], filters: Filters, code: string): string | undefined {
  if (age !== 'old' && age !== 'none') return undefined
  const milestone = found[age]?.choice
  if (milestone === undefined) return undefined
  const chosen =
    age === 'old' ? ({ flag: 'outdated', status: '' } as const) : ({ flag: '', status: 'no-data' } as const)
  return toListAddress(filters, { region: code, milestone, ...chosen })
}

/** The day on which the newest round closes; once it has, what changed since then is one click away. */
function Closing({
  line: { closesOn },
  filters,
  code,
  today,
}: {
  line: RegionFreshness
  filters: Filters
  code: string
  today: string
}) {
  const text = textOf(overviewText)
  if (closesOn === null) return <span class="aside">{text.notOpen}</span>
  if (closesOn >= today) return <>{closesOn}</>
  const since = { since: closesOn }
  return (
    <a class="plain" href={alongAddress('/changes', { ...filters, region: code }, ['region', 'asOf'], since)}>
      {closesOn}
    </a>
  )
}
