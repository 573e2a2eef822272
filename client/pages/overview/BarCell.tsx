import { STATUS_REASON_LABELS } from '../../../server/domain/labels.ts'
import type { Better, Kind } from '../../../server/domain/words.ts'
import { BulletBar } from '../../components/BulletBar.tsx'
import { expectedShare, toBullet } from '../../components/bullet-geometry.ts'
import { toPercent } from '../../format.ts'
import { say, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import type { Progress } from './judged.ts'

/** The bar, or in words why there is none. */
export function BarCell({ progress, indicator }: { progress: Progress; indicator: { better: Better; kind: Kind } }) {
  const text = textOf(overviewText)
  const input = {
    coveredShare: progress.coveredShare,
    baseline: progress.baseline?.value ?? null,
    expected: progress.expected,
    milestone: pathEnd(progress.milestone, indicator.better),
  }
  const bullet = progress.baseline ? toBullet(input) : null
  return (
    <td role="cell" class="c-bar">
      {bullet ? (
        <BulletBar
          bullet={bullet}
          status={progress.status}
          label={text.bar(toPercent(progress.coveredShare), percentOrNull(expectedShare(input)))}
        />
      ) : (
        <small>{whyNoBar(progress, indicator.kind)}</small>
      )}
    </td>
  )
}

/** Where the path ends: at the less demanding end of an interval. */
const pathEnd = ({ comparator, value, valueHigh }: Progress['milestone'], better: Better) =>
  comparator === 'between' && better === 'lower' ? valueHigh : value

const percentOrNull = (share: number | null): string | null => (share === null ? null : toPercent(share))

function whyNoBar(progress: Progress, kind: Kind): string {
  const text = textOf(overviewText)
  if (progress.reason) return say(STATUS_REASON_LABELS[progress.reason])
  if (kind === 'done') return ''
  return progress.baseline ? text.hold : text.noBaseline
}
