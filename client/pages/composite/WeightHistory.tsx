import { toDate } from '../../format.ts'
import { compositeText } from '../../i18n/composite.ts'
import { either, textOf } from '../../i18n/language.ts'
import type { Chosen, CompositeData } from './composite-data.ts'

/** Every weight that was given to one of these targets, the newest first. */
export function WeightHistory({ data, chosen }: { data: CompositeData; chosen: Chosen }) {
  const text = textOf(compositeText)
  const { weights } = data.answer
  const names = new Map(chosen.milestones.map((one) => [one.targetId, either(one.nameZh, one.nameEn)]))
  if (weights.length === 0) return <p class="aside small weight-history">{text.noHistory}</p>
  return (
    <details class="weight-history">
      <summary>{text.history(weights.length)}</summary>
      <ol class="small">
        {weights.toReversed().map(({ targetId, revision, weight, at, enteredBy, reason }) => (
          <li key={`${targetId} ${revision}`}>
            <time dateTime={at}>{toDate(at)}</time>
            <span>
              {text.weightSet(names.get(targetId) ?? targetId, weight)}
              <span class="aside">{[reason, enteredBy && text.by(enteredBy)].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
