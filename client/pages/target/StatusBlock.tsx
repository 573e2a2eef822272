import type { Indicator } from '../../../server/contract/reference.ts'
import { FLAG_LABELS, STATUS_LABELS, STATUS_REASON_LABELS } from '../../../server/domain/labels.ts'
import type { Progress } from '../../../server/domain/model.ts'
import { CUT_OFFS } from '../../../server/domain/path.ts'
import type { Status } from '../../../server/domain/words.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { toPercent, toShare } from '../../format.ts'
import { either, say } from '../../i18n/language.ts'
import { withAsOf } from '../../state/address.ts'
import { toToleranceSum } from './tolerance.ts'
import { ShareRuler } from './ShareRuler.tsx'
import type { Wording } from './wording.ts'

interface Props {
  indicator: Indicator
  progress: Progress
  wording: Wording
  asOf: string | undefined
}

/** Whether the share decided: what is achieved or missed is so whatever the share. */
const isByShare = (status: Status): boolean => Object.hasOwn(CUT_OFFS, status) || status === 'moving-away'

/** The status, its arithmetic, and everything that must be said beside it. */
export function StatusBlock({ indicator, progress, wording, asOf }: Props) {
  const { text } = wording
  const { status, reason, pathShare, coveredShare, second, original, flags } = progress
  const tolerance = toToleranceSum(progress.milestone, wording)
  const isBuiltEarly =
    indicator.kind === 'done' && status === 'achieved' && (progress.latest?.year ?? 0) < progress.milestone.year
  return (
    <section class="section status-block">
      <h2 class="visually-hidden">{text.status.title}</h2>
      <p class="verdict">
        <StatusWord status={status} size="large" />
        {reason && <span class="aside">{say(STATUS_REASON_LABELS[reason])}</span>}
      </p>
      {pathShare !== null && (
        <p class="share">
          <strong>{text.status.share(toShare(pathShare))}</strong>
          {coveredShare !== null && <span>{text.status.covered(toPercent(coveredShare))}</span>}
        </p>
      )}
      <p class="explanation small">{either(progress.explanationZh, progress.explanationEn)}</p>
      {tolerance && <p class="small">{text.status.tolerance(tolerance.sum, tolerance.isDefault, tolerance.percent)}</p>}
      {isBuiltEarly && progress.latest && <p class="small">{text.status.builtEarly(progress.latest.year)}</p>}
      {pathShare !== null && isByShare(status) && <ShareRuler share={pathShare} text={text} />}
      {flags.length > 0 && (
        <dl class="flags small">
          {flags.map((flag) => (
            <div key={flag}>
              <dt class="tag">{say(FLAG_LABELS[flag])}</dt>
              <dd>{text.status.flags[flag]}</dd>
            </div>
          ))}
        </dl>
      )}
      {second && flags.includes('methods-disagree') && (
        <p class="small">{text.status.second(toShare(second.ratio), say(STATUS_LABELS[second.status]))}</p>
      )}
      {original && (
        <p class="small">
          {text.status.original(
            wording.goal(original.milestone),
            say(STATUS_LABELS[original.status]),
            original.status === status,
          )}
        </p>
      )}
      <p class="small aside">
        {text.status.method(progress.method.version)} <a href={withAsOf('/method', asOf)}>{text.status.how}</a>
      </p>
    </section>
  )
}
