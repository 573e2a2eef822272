import type { AuditLine } from '../../../server/contract/audit.ts'
import { fieldsOf } from '../../../server/domain/audit-life.ts'
import { auditText } from '../../i18n/audit.ts'
import { textOf } from '../../i18n/language.ts'
import type { AuditNames } from './audit-data.ts'
import { toldField, toldValue } from './told-field.ts'

/** All that a line says: each field in words, with what is stored where that reads otherwise, and its place in the chain. */
export function LineDetails({ line, names }: { line: AuditLine; names: AuditNames }) {
  const text = textOf(auditText)
  return (
    <dl class="said">
      {fieldsOf(line.data).map(([field, value]) => {
        const told = toldValue(field, value, names)
        const stored = value === null ? '' : String(value)
        return (
          <div key={field}>
            <dt>{toldField(field, line.action)}</dt>
            <dd>
              {told}
              {stored !== '' && stored !== told && <code>{stored}</code>}
            </dd>
          </div>
        )
      })}
      {(
        [
          [text.action, line.action],
          [text.path, line.object],
          [text.hash, line.hash],
          [text.prev, line.prev],
        ] as const
      ).map(([name, code]) => (
        <div key={name} class={code.length === 64 ? 'hash' : undefined}>
          <dt>{name}</dt>
          <dd>
            <code>{code}</code>
          </dd>
        </div>
      ))}
      <div>
        <dt class="visually-hidden">{text.columns.details}</dt>
        <dd>{text.number(line.seq)}</dd>
      </div>
    </dl>
  )
}
