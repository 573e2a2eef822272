import { toYearInShanghai } from '../../format.ts'
import type { Freshness } from '../../../server/contract/freshness.ts'
import { FLAG_LABELS } from '../../../server/domain/labels.ts'
import { say, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import type { Answer } from '../../state/use-answer.ts'
import { type Filters, toListAddress } from './filters.ts'
import { AGES } from './freshness-parts.ts'
import { FreshnessRow } from './FreshnessRow.tsx'
import { findChoiceWith, type Target } from './judged.ts'
import type { Names } from './names.ts'

interface Props {
  answer: Answer<Freshness>
  /** Those that the filters leave, apart from status and flag. */
  targets: readonly Target[]
  /** The regions that have targets, by their codes: their lines are there before the answer. */
  regions: readonly string[]
  filters: Filters
  names: Names
  /** The instant that is looked at. */
  asOf: string
}

/** How fresh and how complete the figures of each region are, and which of them are old or were promised differently. */
export function FreshnessSection({ answer, targets, regions, filters, names, asOf }: Props) {
  const text = textOf(overviewText)
  const nowYear = toYearInShanghai(asOf)
  const known = answer.state === 'ready' ? answer.value : undefined
  const lines = regions.map((code) => ({ code, line: known?.regions.find(({ regionCode }) => regionCode === code) }))
  const years = new Set(lines.map(({ line }) => line?.year ?? null).filter((year) => year !== null))
  const [year] = years.size === 1 ? years : []
  return (
    <section class="section freshness">
      <header>
        <h2>{text.freshTitle}</h2>
        <FlagLinks targets={targets} filters={filters} />
      </header>
      {answer.state === 'problem' && (
        <p class="small">
          {text.freshFailed}{' '}
          <button type="button" class="button quiet" onClick={answer.retry}>
            {text.retry}
          </button>
        </p>
      )}
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
              targets={targets}
              filters={filters}
              name={names.region(code)}
              asOf={asOf}
              sameYear={year !== undefined}
            />
          ))}
        </tbody>
      </table>
      <p class="key">
        {AGES.map((age) => (
          <span key={age}>
            <i class={`swatch age-${age}`} aria-hidden="true" />
            {text.ages[age](nowYear - 1)}
          </span>
        ))}
        {(filters.plan || filters.theme) && <span>{text.freshNote}</span>}
      </p>
    </section>
  )
}

const TOLD = ['outdated', 'target-revised'] as const

/** Which figures are old, and which targets were moved: one click each. */
function FlagLinks({ targets, filters }: { targets: readonly Target[]; filters: Filters }) {
  const text = textOf(overviewText)
  return (
    <ul class="flag-links more">
      {TOLD.map((flag) => {
        const found = findChoiceWith(targets, flag, filters.milestone)
        const told = text.flagged(say(FLAG_LABELS[flag]), found?.count ?? 0)
        return (
          <li key={flag}>
            {found ? (
              <a href={toListAddress(filters, { flag, status: '', milestone: found.choice })}>{told}</a>
            ) : (
              <span class="aside">{told}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
