import type { Filters } from './filters.ts'
import { toAddress } from './filters.ts'
import type { Judged } from './judged.ts'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { either, say, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { WORST_FIRST } from './groups.ts'
import type { OverviewData } from './overview-data.ts'

interface Props {
  judged: readonly Judged[]
  data: OverviewData
  filters: Filters
  milestone: string
}

/** From this many in a cell on, a number per status replaces one icon per target. */
const MOST_ICONS = 9

/** Where they stand: regions by themes, every cell a link to its list. */
export function Matrix({ judged, data, filters, milestone }: Props) {
  const text = textOf(overviewText)
  const regions = data.regions.filter(({ code }) => judged.some(({ target }) => target.regionCode === code))
  const themes = data.themes.filter(({ code }) => judged.some(({ target }) => target.indicator.theme === code))
  return (
    <section class="section matrix">
      <header>
        <h2>{text.asideTitle}</h2>
        <p class="aside small">{text.asideNote(milestone)}</p>
      </header>
      <table>
        <caption class="visually-hidden">{text.asideCaption}</caption>
        <thead>
          <tr>
            <td />
            {regions.map(({ code, nameZh, nameEn }) => (
              <th key={code} scope="col">
                {either(nameZh, nameEn)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {themes.map((theme) => (
            <tr key={theme.code}>
              <th scope="row">{either(theme.nameZh, theme.nameEn)}</th>
              {regions.map((region) => {
                const cell = judged.filter(
                  ({ target }) => target.regionCode === region.code && target.indicator.theme === theme.code,
                )
                return (
                  <td key={region.code}>
                    {cell.length === 0 ? (
                      <span class="missing">—</span>
                    ) : (
                      <a
                        class="icons"
                        href={toAddress({ ...filters, region: region.code, theme: theme.code })}
                        aria-label={describe(cell)}
                      >
                        <Icons cell={cell} />
                      </a>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const tallies = (cell: readonly Judged[]) =>
  WORST_FIRST.map((status) => ({
    status,
    count: cell.filter(({ progress }) => progress.status === status).length,
  })).filter(({ count }) => count > 0)

const describe = (cell: readonly Judged[]): string =>
  tallies(cell)
    .map(({ status, count }) => `${say(STATUS_LABELS[status])} ${count}`)
    .join(textOf(overviewText).comma)

function Icons({ cell }: { cell: readonly Judged[] }) {
  if (cell.length < MOST_ICONS) {
    return (
      <>
        {tallies(cell).flatMap(({ status, count }) =>
          Array.from({ length: count }, (_, index) => (
            <StatusIcon key={`${status} ${index}`} status={status} size="small" />
          )),
        )}
      </>
    )
  }
  return (
    <>
      {tallies(cell).map(({ status, count }) => (
        <span key={status} class="icon-count">
          <StatusIcon status={status} size="small" />
          {count}
        </span>
      ))}
    </>
  )
}
