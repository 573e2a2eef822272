import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Milestone } from '../../../server/domain/model.ts'
import { either } from '../../i18n/language.ts'
import { withAsOf } from '../../state/address.ts'
import { toStretches } from './emphasis.ts'
import type { Wording } from './wording.ts'

interface Props {
  detail: TargetDetail
  milestone: Milestone
  wording: Wording
  asOf: string | undefined
}

function Quote({ quote, milestones }: { quote: string; milestones: readonly Milestone[] }) {
  return (
    <blockquote class="plan-quote" lang="zh-CN">
      {toStretches(quote, milestones).map(({ text, strong }, index) =>
        strong ? <strong key={index}>{text}</strong> : text,
      )}
    </blockquote>
  )
}

/** Shorter runs, such as 到2030年, stand in other places of a plan, too. */
const LONG_ENOUGH = 9

/**
 * The document, opened at the quoted sentence by browsers that know text fragments.
 *
 * They look for a run without spaces and signs, for those a document may print otherwise than the quote.
 */
function toPassage({ sourceFile, quote }: TargetDetail): string {
  const runs = quote.split(/[\s\p{P}]+/u)
  const longest = runs.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const run = runs.find((one) => one.length >= LONG_ENOUGH) ?? longest
  return `/documents/${sourceFile}${run && `#:~:text=${encodeURIComponent(run)}`}`
}

/** The promise as it is printed, on what its year and baseline rest, and what the plan says elsewhere. */
export function PlanSentence({ detail, milestone, wording, asOf }: Props) {
  const { text } = wording
  const words = text.plan
  const { baseline } = milestone
  const isChange = detail.indicator.kind === 'change'
  const isDone = detail.indicator.kind === 'done'
  const bases = [
    words.deadline[milestone.deadlineBasis],
    isDone
      ? ''
      : baseline
        ? words.baseline[baseline.basis](baseline.year, isChange ? '' : wording.said(baseline.value))
        : words.noBaseline,
  ].filter(Boolean)
  return (
    <section class="section">
      <header>
        <h2>{words.title}</h2>
        <span class="aside small" lang="zh-CN">
          {detail.clause}
        </span>
      </header>
      <Quote quote={detail.quote} milestones={detail.milestones} />
      <p class="small">{bases.join(words.comma) + words.end}</p>
      {baseline?.reason && <p class="small">{words.reason(baseline.reason)}</p>}
      {baseline?.quote && !detail.quote.includes(baseline.quote) && (
        <>
          <h3 class="small">{words.baselineQuote}</h3>
          <blockquote class="plan-quote" lang="zh-CN">
            {baseline.quote}
          </blockquote>
        </>
      )}
      {detail.conflicts.length === 0 ? (
        <p class="small">{words.noConflicts}</p>
      ) : (
        <>
          <h3>{words.conflicts}</h3>
          <ul class="conflicts">
            {detail.conflicts.map((conflict) => (
              <li key={conflict.clause + conflict.quote}>
                <p class="small aside" lang="zh-CN">
                  {conflict.clause}
                </p>
                <blockquote class="plan-quote" lang="zh-CN">
                  {conflict.quote}
                </blockquote>
                <p class="small">
                  {either(conflict.noteZh, conflict.noteEn)}{' '}
                  {conflict.targetId && <a href={withAsOf(`/targets/${conflict.targetId}`, asOf)}>{words.seeTarget}</a>}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="small">
        <a href={toPassage(detail)} target="_blank" rel="noreferrer">
          {words.source}
        </a>
      </p>
    </section>
  )
}
