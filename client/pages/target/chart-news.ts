import { useEffect, useRef, useState } from 'preact/hooks'
import type { TargetDetail } from '../../../server/contract/target.ts'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { toDate } from '../../format.ts'
import { toHeadline } from './headline.ts'
import { joined, type Wording } from './wording.ts'

/** The milestone that the page shows: the one that was asked for where there is such, else the next one. */
export const toShownYear = (detail: TargetDetail, asked: number): number =>
  detail.milestones.some((one) => one.year === asked) ? asked : detail.nextMilestoneYear

/** What the chart of a milestone shows, in one sentence. */
export function toChartNews(detail: TargetDetail, year: number, wording: Wording): string {
  const progress = detail.progress.find((one) => one.milestoneYear === year)
  if (!progress) return ''
  return joined(
    wording.text.shows(
      toDate(detail.asOf),
      year,
      wording.goal(progress.milestone),
      STATUS_LABELS[progress.status][wording.language],
      toHeadline(detail, progress, wording),
    ),
  )
}

/**
 * What is to be read out because the chart changed under the reader: another milestone, another day; nothing for a page
 * that was just opened.
 *
 * @param page the target, which is a page of its own
 * @param view what is shown of it; undefined while it is on its way
 * @param sentence what the chart shows now
 */
export function useChartNews(page: string, view: string | undefined, sentence: string): string {
  const before = useRef<{ page: string; view: string } | null>(null)
  const [news, setNews] = useState('')
  useEffect(() => {
    if (view === undefined) return
    const { current } = before
    before.current = { page, view }
    if (current?.page !== page) setNews('')
    else if (current.view !== view) setNews(sentence)
  }, [page, view, sentence])
  return news
}
