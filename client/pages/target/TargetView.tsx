import { useMemo } from 'preact/hooks'
import type { TargetDetail } from '../../../server/contract/target.ts'
import { toTargetChart } from '../../charts/series-points.ts'
import { isBlank } from '../../charts/target-frame.ts'
import { language, textOf } from '../../i18n/language.ts'
import { targetText } from '../../i18n/target.ts'
import { DoneTimeline } from './DoneTimeline.tsx'
import { toShownYear } from './chart-news.ts'
import { FigureTable } from './FigureTable.tsx'
import { toHeadline } from './headline.ts'
import { History } from './History.tsx'
import { IndicatorNote } from './IndicatorNote.tsx'
import { MilestoneTabs } from './MilestoneTabs.tsx'
import { PaceBlock } from './PaceBlock.tsx'
import { PlanSentence } from './PlanSentence.tsx'
import { StatusBlock } from './StatusBlock.tsx'
import { TargetFigure } from './TargetFigure.tsx'
import { TargetLede } from './TargetLede.tsx'
import type { Names } from './target-page.tsx'
import { toWording } from './wording.ts'

interface Props {
  detail: TargetDetail
  names: Names
  asOf: string | undefined
  /** The year that the address asks for; any other than a milestone's means the next one. */
  milestone: number
}

export function TargetView({ detail, names, asOf, milestone: asked }: Props) {
  const text = textOf(targetText)
  const { indicator } = detail
  const year = toShownYear(detail, asked)
  const spoken = language.value
  const wording = useMemo(() => toWording(indicator, spoken, text), [indicator, spoken, text])
  const chart = useMemo(() => toTargetChart(detail, year), [detail, year])
  const milestone = detail.milestones.find((one) => one.year === year)
  const progress = detail.progress.find((one) => one.milestoneYear === year)
  if (!chart || !milestone || !progress) return null
  return (
    <article class="target">
      <TargetLede detail={detail} names={names} year={year} asOf={asOf} wording={wording} />
      <MilestoneTabs detail={detail} year={year} asOf={asOf} wording={wording} />
      {asked > 0 && asked !== year && (
        <p class="no-such-milestone small" role="status">
          {text.noSuchMilestone(asked, year)}
        </p>
      )}
      <div class="target-columns">
        <div class="target-main">
          <section>
            <h2 class="headline">{toHeadline(detail, progress, wording)}</h2>
            {indicator.kind === 'done' && (
              <DoneTimeline
                detail={detail}
                progress={progress}
                milestone={milestone}
                names={names}
                asOf={asOf}
                wording={wording}
              />
            )}
            {indicator.kind !== 'done' && !isBlank(chart) && (
              <TargetFigure
                detail={detail}
                progress={progress}
                chart={chart}
                names={names}
                asOf={asOf}
                wording={wording}
              />
            )}
          </section>
        </div>
        <div class="target-side">
          <StatusBlock indicator={indicator} progress={progress} wording={wording} asOf={asOf} />
          {indicator.kind !== 'done' && <PaceBlock detail={detail} progress={progress} wording={wording} />}
          <PlanSentence detail={detail} milestone={milestone} wording={wording} asOf={asOf} />
        </div>
        <div class="target-more">
          <FigureTable detail={detail} chart={chart} milestone={milestone} asOf={asOf} wording={wording} />
          <IndicatorNote indicator={indicator} wording={wording} />
          <History detail={detail} wording={wording} />
        </div>
      </div>
    </article>
  )
}
