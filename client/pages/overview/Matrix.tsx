import { Fragment } from 'preact'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { say, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { WORST_FIRST } from '../../../server/domain/attention.ts'
import { type Filters, toListAddress } from './filters.ts'
import { type Counts, sumOf } from './judged.ts'
import { type Distribution, MOST_COLUMNS, MOST_ICONS } from './matrix.ts'
import type { Names } from './names.ts'
import { StatusBar } from './StatusBar.tsx'

interface Props {
  distribution: Distribution
  filters: Filters
  names: Names
}

/** Regions or plans by themes; the shorter of the two lists runs across. Every cell and every head leads to its list. */
export function Matrix({ distribution, filters, names }: Props) {
  const text = textOf(overviewText)
  const { places, themes, at, most } = distribution
  const { where } = filters
  const ofPlace = places.map((code) => ({
    code,
    name: where === 'region' ? names.region(code) : names.shortPlan(code),
    whole: where === 'region' ? names.region(code) : names.plan(code),
    chosen: { [where]: code },
  }))
  const ofTheme = themes.map((code) => ({
    code,
    name: names.theme(code),
    whole: names.theme(code),
    chosen: { theme: code },
  }))
  const isAcross = places.length <= MOST_COLUMNS
  const [columns, rows] = isAcross ? [ofPlace, ofTheme] : [ofTheme, ofPlace]
  const head = ({ name, whole, chosen }: (typeof columns)[number]) => (
    <a class="plain" href={toListAddress(filters, chosen)} title={name === whole ? undefined : whole}>
      {name.split(' ').map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' '}
          <span class="together">{part}</span>
        </Fragment>
      ))}
      {name !== whole && <span class="visually-hidden"> {whole}</span>}
    </a>
  )
  return (
    <table class={isAcross ? undefined : 'down'}>
      <caption class="visually-hidden">{text.asideCaption[where]}</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column.code} scope="col">
              {head(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">{head(row)}</th>
            {columns.map((column) => {
              const counts = isAcross ? at(column.code, row.code) : at(row.code, column.code)
              const told = counts && describe(counts)
              return (
                <td key={column.code}>
                  {counts === undefined ? (
                    <span class="missing">—</span>
                  ) : (
                    <a
                      class="icons"
                      href={toListAddress(filters, { ...row.chosen, ...column.chosen })}
                      aria-label={text.cell(row.whole, column.whole, told ?? '')}
                      title={most < MOST_ICONS ? undefined : told}
                    >
                      <Cell counts={counts} isCounted={most >= MOST_ICONS} />
                    </a>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const occurring = (counts: Counts) => WORST_FIRST.filter((status) => counts[status] > 0)

const describe = (counts: Counts): string =>
  occurring(counts)
    .map((status) => `${say(STATUS_LABELS[status])} ${counts[status]}`)
    .join(textOf(overviewText).comma)

/** An icon a target; of many, how many are worst, how many there are, and a bar of all. */
function Cell({ counts, isCounted }: { counts: Counts; isCounted: boolean }) {
  const statuses = occurring(counts)
  const [worst] = statuses
  if (!isCounted || worst === undefined) {
    return (
      <>
        {statuses.flatMap((status) =>
          Array.from({ length: counts[status] }, (_, index) => (
            <StatusIcon key={`${status} ${index}`} status={status} size="small" />
          )),
        )}
      </>
    )
  }
  return (
    <span class="many">
      <StatusIcon status={worst} size="small" />
      {counts[worst]}
      <small> / {sumOf(counts)}</small>
      <StatusBar counts={counts} />
    </span>
  )
}
