import type { AuditList } from '../../../server/contract/audit.ts'
import { toDate } from '../../format.ts'
import { auditText } from '../../i18n/audit.ts'
import { textOf } from '../../i18n/language.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { type Asked, auditAddress } from './asked.ts'
import type { AuditNames } from './audit-data.ts'
import { Filters } from './Filters.tsx'
import { LineTable } from './LineTable.tsx'

interface Props {
  list: AuditList
  /** Other lines are on their way. */
  isOld: boolean
  names: AuditNames
  asked: Asked
  isFiltered: boolean
}

/** How many lines there are, what they are filtered by, the lines, and the way to older ones. */
export function AuditView({ list, isOld, names, asked, isFiltered }: Props) {
  const text = textOf(auditText)
  const { items, nextCursor } = list
  return (
    <div class="audit">
      <header class="lede">
        <h1>{titleOf(list, isFiltered)}</h1>
        <p>{hintOf(list)}</p>
      </header>
      <Filters names={names} asked={asked} today={toDate(list.asOf)} />
      <div aria-busy={isOld}>{items.length > 0 && <LineTable lines={items} names={names} />}</div>
      {(nextCursor !== null || asked.cursor !== '') && (
        <nav class="turn" aria-label={text.paging}>
          {asked.cursor !== '' && (
            <a href={auditAddress({ ...asked, cursor: '' })} onClick={focusMain}>
              {text.newest}
            </a>
          )}
          {nextCursor !== null && (
            <a href={auditAddress({ ...asked, cursor: nextCursor })} onClick={focusMain}>
              {text.older}
            </a>
          )}
        </nav>
      )}
    </div>
  )
}

function titleOf({ total, unsearched }: AuditList, isFiltered: boolean): string {
  const text = textOf(auditText)
  if (!isFiltered) return text.all(total)
  if (unsearched > 0) return total === 0 ? text.noneSoFar : text.foundSoFar(total)
  return total === 0 ? text.noneFound : text.found(total)
}

function hintOf({ total, unsearched }: AuditList): string {
  const text = textOf(auditText)
  if (unsearched > 0) return text.unsearched(unsearched)
  return total === 0 ? text.noneHint : text.lead
}
