import type { TargetDetail } from '../../../server/contract/target.ts'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import type { Progress } from '../../../server/domain/model.ts'
import type { TargetChartData } from '../../charts/chart-data.ts'
import { toStretches } from '../../charts/observed-series.ts'
import { toDate } from '../../format.ts'
import { either } from '../../i18n/language.ts'
import type { TargetPictureText } from '../../i18n/target-picture.ts'
import { toHeadline } from './headline.ts'
import type { Names } from './target-page.tsx'
import { joined, type Wording } from './wording.ts'

/** The file of a target's chart, without its ending: `qh-…-high-tech-2030-as-of-2026-03-18`. */
export const toPictureName = ({ id, asOf }: TargetDetail, year: number): string => `${id}-${year}-as-of-${toDate(asOf)}`

/** What is drawn, mark by mark: a picture has no key beside it. */
function marksOf(chart: TargetChartData, text: TargetPictureText): string[] {
  const { points, bars, chosen, others, former, projection } = chart
  const { mark } = text
  return [
    points.length > 0 && mark.figures,
    points.some((point) => point.provisional) && mark.provisional,
    toStretches(chart).over.length > 0 && mark.gaps,
    bars.length > 0 && mark.bars,
    bars.some((bar) => bar.value === null) && mark.missing,
    chosen && (chosen.path.length > 0 ? mark.path : mark.goal),
    chosen?.high ? mark.band : chosen?.limit && mark.tolerance,
    others.length > 0 && mark.other,
    former && mark.former,
    projection && mark.projection,
  ].filter((one) => typeof one === 'string')
}

/** Title and notes of the picture of a target's chart: it must be understood where the page is not at hand. */
export function toPictureWords(
  detail: TargetDetail,
  progress: Progress,
  chart: TargetChartData | null,
  names: Names,
  wording: Wording,
  text: TargetPictureText,
): { title: string; notes: string[] } {
  const { indicator, regionCode, planCode } = detail
  const region = names.regions.find((one) => one.code === regionCode)
  const plan = names.plans.find((one) => one.code === planCode)
  const title = plan ? either(plan.titleZh, plan.titleEn).replace(/^《|》$/g, '') : planCode
  const sources = [
    ...new Set(detail.observations.flatMap(({ source, value }) => (value === null ? [] : (source ?? [])))),
  ]
  const changeYear = indicator.kind === 'change' && chart?.chosen?.baseline?.year
  return {
    title: joined(
      text.title(
        region ? either(region.nameZh, region.nameEn) : regionCode,
        either(indicator.nameZh, indicator.nameEn),
        progress.milestoneYear,
        (indicator.kind === 'change' ? wording.goalTold : wording.goal)(progress.milestone),
      ),
    ),
    notes: [
      text.verdict(STATUS_LABELS[progress.status][wording.language], toHeadline(detail, progress, wording)),
      [wording.unit && text.unit(wording.unit), changeYear && wording.text.chart.changeNote(changeYear)]
        .filter(Boolean)
        .join(wording.language === 'en' ? ' ' : ''),
      chart ? text.marks(marksOf(chart, text)) : '',
      text.sources(text.plan(title, plan?.documentNumber ?? ''), sources),
      text.asOf(toDate(detail.asOf), progress.method.version),
      detail.sample ? text.sample : '',
    ].filter(Boolean),
  }
}
