import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { AuditLine } from '../../../server/contract/audit.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { auditText } from '../../i18n/audit.ts'
import { OBJECT_KINDS } from '../../i18n/audit-words.ts'
import { say, textOf } from '../../i18n/language.ts'
import { objectAddress } from './asked.ts'
import type { AuditNames } from './audit-data.ts'
import { LineDetails } from './LineDetails.tsx'
import { kindOf, personName, toldObject } from './objects.ts'
import { toldAction, toldGist, toldReason, toldRole, toldTime } from './told-line.ts'

interface Props {
  lines: readonly AuditLine[]
  names: AuditNames
}

const COLUMNS = ['at', 'who', 'what', 'object', 'reason', 'details'] as const

/** Lines of the log; each unfolds to all that it says. */
export function LineTable({ lines, names }: Props) {
  const text = textOf(auditText)
  return (
    <table class="desk-table lines" role="table">
      <caption class="visually-hidden">{text.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHeads columns={COLUMNS} titles={text.columns} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <Row key={line.seq} line={line} names={names} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ line, names }: { line: AuditLine; names: AuditNames }) {
  const text = textOf(auditText)
  const [isOpen, setOpen] = useState(false)
  const kind = kindOf(line.subject)
  const gist = toldGist(line, names)
  const id = `line-${line.seq}`
  return (
    <Fragment>
      <tr role="row" class={isOpen ? 'open' : undefined}>
        <td role="cell" class="at">
          <time dateTime={line.at}>{toldTime(line.at)}</time>
        </td>
        <td role="cell" class="who">
          {personName(names, line.actor)}
          {line.role !== 'system' && <small>{toldRole(line.role)}</small>}
        </td>
        <th role="rowheader" scope="row" class="what">
          {toldAction(line)}
          {gist !== '' && <small>{gist}</small>}
        </th>
        <td role="cell" class="object">
          <a href={objectAddress(line.subject)}>{toldObject(line.subject, names)}</a>
          {kind && <small>{say(OBJECT_KINDS[kind])}</small>}
        </td>
        <td role="cell" class="reason">
          {toldReason(line)}
        </td>
        <td role="cell" class="acts">
          <button
            type="button"
            class="button quiet"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={text.unfoldOf(line.seq)}
            onClick={() => setOpen(!isOpen)}
          >
            {text.unfold}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr role="row" class="unfolded">
          <td role="cell" colSpan={COLUMNS.length} id={id}>
            <LineDetails line={line} names={names} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}
