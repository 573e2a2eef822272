import type { AuditLife, AuditLifeLine } from '../../../server/contract/audit.ts'
import { toDate } from '../../format.ts'
import { auditText } from '../../i18n/audit.ts'
import { OBJECT_KINDS } from '../../i18n/audit-words.ts'
import { say, textOf } from '../../i18n/language.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { snapshotAddress } from '../snapshots/addresses.ts'
import { auditAddress, NOTHING_ASKED, objectAddress } from './asked.ts'
import type { AuditNames } from './audit-data.ts'
import { LineDetails } from './LineDetails.tsx'
import { indicatorOf, kindOf, personName, toldObject } from './objects.ts'
import { toldField, toldValue } from './told-field.ts'
import { toldAction, toldReason, toldRole, toldTime } from './told-line.ts'

interface Props {
  life: AuditLife
  names: AuditNames
  /** Whether it begins with the first line. */
  isFirst: boolean
}

/** All that happened to one object, oldest first: who, what, old → new, why. */
export function LifeView({ life, names, isFirst }: Props) {
  const text = textOf(auditText)
  const { object, total, items, nextCursor } = life
  const kind = kindOf(object)
  const [first, last] = [items[0], items.at(-1)]
  return (
    <div class="audit">
      <header class="lede">
        <h1>{text.lifeTitle(toldObject(object, names), total)}</h1>
        <p>
          {kind && `${say(OBJECT_KINDS[kind])} `}
          <code>{object}</code> {first && last && text.lifeLead(toDate(first.at), toDate(last.at))}
        </p>
        <p class="ways">
          <Ways object={object} names={names} />
        </p>
      </header>
      <ol class="life" aria-label={text.timeline}>
        {items.map((line) => (
          <Happening key={line.seq} line={line} names={names} object={object} />
        ))}
      </ol>
      {(nextCursor !== null || !isFirst) && (
        <nav class="turn" aria-label={text.paging}>
          {!isFirst && (
            <a href={objectAddress(object)} onClick={focusMain}>
              {text.earliest}
            </a>
          )}
          {nextCursor !== null && (
            <a href={objectAddress(object, nextCursor)} onClick={focusMain}>
              {text.later}
            </a>
          )}
        </nav>
      )}
    </div>
  )
}

/** Where an object leads to. */
function Ways({ object, names }: { object: string; names: AuditNames }) {
  const text = textOf(auditText)
  const [kind, first = '', indicator = ''] = object.split('/')
  const targets =
    kind === 'target'
      ? [first]
      : [...names.targets.values()]
          .filter((one) => kind === 'observation' && one.regionCode === first && one.indicatorCode === indicator)
          .map(({ id }) => id)
  return (
    <>
      <a href="/audit">{text.backToLog}</a>
      {targets.map((id) => (
        <a key={id} href={`/targets/${id}`}>
          {targets.length > 1 ? toldObject(`target/${id}`, names) : text.toTarget}
        </a>
      ))}
      {kind === 'snapshot' && <a href={snapshotAddress(first)}>{text.toSnapshot}</a>}
      {kind === 'account' && names.actors.has(first) && (
        <a href={auditAddress({ ...NOTHING_ASKED, actor: first })}>{text.byThem}</a>
      )}
    </>
  )
}

interface HappeningProps {
  line: AuditLifeLine
  names: AuditNames
  object: string
}

function Happening({ line, names, object }: HappeningProps) {
  const text = textOf(auditText)
  const reason = toldReason(line)
  const indicator = indicatorOf(object, names)
  // At first everything is new: what was not said, or does not hold, is not worth a line.
  const changes = line.changes.filter(({ old, new: now }) => old !== null || now !== false)
  return (
    <li>
      <time dateTime={line.at}>{toldTime(line.at)}</time>
      <span class="who">
        {personName(names, line.actor)}
        {line.role !== 'system' && <small>{toldRole(line.role)}</small>}
      </span>
      <div class="what">
        <b>{toldAction(line)}</b>
        {changes.length > 0 && (
          <dl class="changed" aria-label={text.changes}>
            {changes.map(({ field, old, new: now }) => (
              <div key={field}>
                <dt>{toldField(field, line.action)}</dt>
                <dd>
                  {old !== null && (
                    <>
                      <del>{toldValue(field, old, names, indicator)}</del> <span aria-hidden="true">→</span>{' '}
                    </>
                  )}
                  <ins>{toldValue(field, now, names, indicator)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {reason !== '' && <p class="reason">{reason}</p>}
        <details>
          <summary>
            {text.unfold} <span class="visually-hidden">{text.number(line.seq)}</span>
          </summary>
          <LineDetails line={line} names={names} />
        </details>
      </div>
    </li>
  )
}
