import type { Composite } from '../../../server/contract/composite.ts'
import { STATUS_LABELS, STATUS_REASON_LABELS } from '../../../server/domain/labels.ts'
import type { Status, StatusReason } from '../../../server/domain/words.ts'
import { compositeText } from '../../i18n/composite.ts'
import { say, textOf } from '../../i18n/language.ts'
import { listAddress, type View } from './address.ts'

const STATUS_OF: Readonly<Record<StatusReason, Status>> = {
  'no-figure': 'no-data',
  'broken-chain': 'no-data',
  'no-baseline': 'not-assessable',
  'definition-changed': 'not-assessable',
  'not-quantified': 'not-assessable',
}

/** What the two numbers are not of, with counts and reasons: first what has no status, then what is only not in the mean. */
export function LeftOut({ group, view }: { group: Composite; view: View }) {
  const text = textOf(compositeText)
  const { unassessed, uncounted } = group
  if (unassessed.length + uncounted.length === 0) return <span class="aside">{text.nothingLeft}</span>
  return (
    <ul class="left-out">
      {unassessed.map(({ reason, count }) => (
        <li key={reason}>
          <a class="plain" href={listAddress(view, STATUS_OF[reason])}>
            {say(STATUS_LABELS[STATUS_OF[reason]])}
            <span class="aside nowrap">
              {reason === 'no-figure' ? ' ' : text.because(say(STATUS_REASON_LABELS[reason]))} <b>{count}</b>
            </span>
          </a>
        </li>
      ))}
      {uncounted.map(({ reason, count }) => (
        <li key={reason}>
          {text.uncountedTitle}
          <span class="aside">
            {text.because(text.uncounted[reason])} <b>{count}</b>
          </span>
        </li>
      ))}
    </ul>
  )
}
