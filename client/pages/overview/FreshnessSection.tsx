import { useMemo } from 'preact/hooks'
import { toDate } from '../../format.ts'
import type { Freshness } from '../../../server/contract/freshness.ts'
import { FLAG_LABELS } from '../../../server/domain/labels.ts'
import { say, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { csvAddress } from '../../state/address.ts'
import type { Answer } from '../../state/use-answer.ts'
import { type Filters, toListAddress } from './filters.ts'
import { AGES } from './freshness-parts.ts'
import { FreshnessRow } from './FreshnessRow.tsx'
import type { JudgedByChoice } from './judged.ts'
import { MOST_AT_ONCE } from './matrix.ts'
import type { Names } from './names.ts'
import type { OverviewData } from './overview-data.ts'
import { choiceOf, type Found, findWhere } from './where-found.ts'

interface Props {
  answer: Answer<Freshness>
  /** Those that the filters leave, apart from status and flag. */
  narrowed: JudgedByChoice
  data: OverviewData
  filters: Filters
  names: Names
}

/** How fresh and how complete the figures of each region are, and which of them are old or were promised differently. */
export function FreshnessSection({ answer, narrowed, data, filters, names }: Props) {
  const text = textOf(overviewText)
  const today = toDate(data.asOf)
  const nowYear = Number(today.slice(0, 4))
  const outdated = useMemo(() => findWhere(narrowed, ({ progress }) => progress.flags.includes('outdated')), [narrowed])
  const revised = useMemo(
    () => findWhere(narrowed, ({ progress }) => progress.flags.includes('target-revised')),
    [narrowed],
  )
  const empty = useMemo(() => findWhere(narrowed, ({ progress }) => progress.status === 'no-data'), [narrowed])
  // Their lines are there before the answer.
  const own = useMemo(() => new Set(data.targets.map(({ regionCode }) => regionCode)), [data])
  const regions = filters.region
    ? [filters.region]
    : data.regions.map(({ code }) => code).filter((code) => own.has(code))
  const known = answer.state === 'ready' ? answer.value : undefined
  const lines = regions.map((code) => ({ code, line: known?.regions.find(({ regionCode }) => regionCode === code) }))
  const years = new Set(lines.map(({ line }) => line?.year ?? null).filter((year) => year !== null))
  const [year] = years.size === 1 ? years : []
  return (
    <section class={regions.length > MOST_AT_ONCE ? 'section freshness long' : 'section freshness'}>
      <header>
        <h2>{text.freshTitle}</h2>
        <FlagLinks found={{ outdated, 'target-revised': revised }} filters={filters} />
      </header>
      {answer.state === 'problem' && (
        <p class="small">
          {text.freshFailed}{' '}
          <button type="button" class="button quiet" onClick={answer.retry}>
            {text.retry}
          </button>
        </p>
      )}
      <div
        class="scroll"
        {...(regions.length > MOST_AT_ONCE && { tabIndex: 0, role: 'group', 'aria-label': text.freshCaption })}
      >
        <table>
          <caption class="visually-hidden">{text.freshCaption}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{text.freshColumns.ages}</th>
              <th scope="col" class="number">
                {text.freshColumns.approved(year === undefined ? '' : text.year(year))}
              </th>
              <th scope="col" class="number">
                {text.freshColumns.closes}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ code, line }) => (
              <FreshnessRow
                key={code}
                code={code}
                line={line}
                found={{
                  old: choiceOf(outdated, filters.milestone, code),
                  none: choiceOf(empty, filters.milestone, code),
                }}
                filters={filters}
                name={names.region(code)}
                today={today}
                sameYear={year !== undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="key">
        {AGES.map((age) => (
          <span key={age}>
            <i class={`swatch age-${age}`} aria-hidden="true" />
            {text.ages[age](nowYear - 1)}
          </span>
        ))}
        {(filters.plan || filters.theme) && <span>{text.freshNote}</span>}
        <a href={csvAddress('freshness', { asOf: filters.asOf })} aria-label={`${text.freshTitle} CSV`}>
          CSV
        </a>
      </p>
    </section>
  )
}

const TOLD = ['outdated', 'target-revised'] as const

/** Which figures are old, and which targets were moved: one click each. */
function FlagLinks({ found, filters }: { found: Record<(typeof TOLD)[number], Found>; filters: Filters }) {
  const text = textOf(overviewText)
  return (
    <ul class="flag-links more">
      {TOLD.map((flag) => {
        const chosen = choiceOf(found[flag], filters.milestone)
        const told = text.flagged(say(FLAG_LABELS[flag]), chosen?.count ?? 0)
        return (
          <li key={flag}>
            {chosen ? (
              <a href={toListAddress(filters, { flag, status: '', milestone: chosen.choice })}>{told}</a>
            ) : (
              <span class="aside">{told}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
