import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { BulletBar } from '../../components/BulletBar.tsx'
import { toBullet } from '../../components/bullet-geometry.ts'
import { toPercent } from '../../format.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { nameOf, Standing } from './NameCell.tsx'
import { official } from './official.ts'
import type { Row } from './rows.ts'

/** How much of the way each milestone has covered, one bar each on one axis; read as well in black and white. */
export function CoveredChart({ rows }: { rows: readonly Row[] }) {
  const text = textOf(reportText)
  const bars = rows.flatMap((row) => {
    const { coveredShare, baseline, expected, milestone } = row.progress
    const end =
      milestone.comparator === 'between' && row.target.indicator.better === 'lower'
        ? milestone.valueHigh
        : milestone.value
    const bullet = baseline ? toBullet({ coveredShare, baseline: baseline.value, expected, milestone: end }) : null
    return bullet ? [{ row, bullet }] : []
  })
  if (bars.length === 0) return null
  return (
    <figure class="report-chart">
      <figcaption>{text.chart(1, text.chartTitle)}</figcaption>
      <ul>
        {bars.map(({ row, bullet }) => {
          const { progress, target } = row
          const name = official(text.named(nameOf(row), progress.milestoneYear), language.value)
          const covered = toPercent(progress.coveredShare)
          return (
            <li key={`${target.id} ${progress.milestoneYear}`}>
              <span class="chart-name">{name}</span>
              <BulletBar
                bullet={bullet}
                status={progress.status}
                label={[name, say(STATUS_LABELS[progress.status]), text.covered(covered)].join(text.comma)}
              />
              <span class="chart-share">{covered}</span>
              <Standing row={row} />
            </li>
          )
        })}
      </ul>
      <p class="chart-note">{text.chartNote}</p>
    </figure>
  )
}
