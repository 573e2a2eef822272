import { CopyLink } from '../../components/CopyLink.tsx'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { csvAddress } from '../../state/address.ts'
import { alongAddress } from './addresses.ts'
import { type Filters, toApiQuery } from './filters.ts'

/** What this state of the page can be taken along as. */
export function Tools({ filters }: { filters: Filters }) {
  const text = textOf(overviewText)
  return (
    <ul class="tools" aria-label={text.tools}>
      <li>
        <CopyLink />
      </li>
      <li>
        <a href={csvAddress('progress', toApiQuery(filters))}>{text.downloadCsv}</a>
      </li>
      <li>
        <a href={alongAddress('/report', filters, ['region', 'plan', 'asOf'])}>{text.report}</a>
      </li>
      <li>
        <a href={alongAddress('/board', filters, ['region', 'plan', 'milestone', 'asOf'])}>{text.board}</a>
      </li>
    </ul>
  )
}
