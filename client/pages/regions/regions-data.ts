import { useRef } from 'preact/hooks'
import type { ProgressList } from '../../../server/contract/listed-target.ts'
import type { RegionProgress } from '../../../server/contract/region-progress.ts'
import type { RollUps } from '../../../server/contract/roll-up.ts'
import { get, getIndicators, getThemes } from '../../api.ts'
import { type Answer, useAnswer } from '../../state/use-answer.ts'
import { toAddress, toListQuery, toRegionQuery, type View } from './address.ts'

/** So many regions are on a page, and so many targets: below these the roll-up is to be found. */
export const REGION_ROWS = 50
export const TARGET_ROWS = 20

const fromOf = (page: number, perPage: number): number => (page - 1) * perPage + 1

/** Of a page that was cut from a list, what `Pages` needs to know. */
export const toListing = (total: number, page: number, perPage: number, shown: number) => ({
  page,
  pages: Math.max(1, Math.ceil(total / perPage)),
  from: shown === 0 ? 0 : fromOf(page, perPage),
  to: shown === 0 ? 0 : fromOf(page, perPage) + shown - 1,
  total,
})

/** The region of the view with a page of those below it, and the themes that can be chosen. */
export const useRegion = (view: View) =>
  useKept(
    useAnswer(`region ${JSON.stringify({ ...toRegionQuery(view), page: view.page })}`, async (signal) => {
      const query = { ...toRegionQuery(view), limit: REGION_ROWS, from: fromOf(view.page, REGION_ROWS) }
      const [region, themes] = await Promise.all([
        get<RegionProgress>('/api/region-progress', query, signal),
        getThemes(signal),
      ])
      return { region, themes }
    }),
  )

/** A page of the targets within a region, the worst first. */
export const useTargets = (code: string, view: View) =>
  useKept(
    useAnswer(`within ${code} ${toAddress(view)}`, (signal) =>
      get<ProgressList>(
        '/api/progress',
        { ...toListQuery(code, view), sort: 'worst', limit: TARGET_ROWS, from: fromOf(view.listPage, TARGET_ROWS) },
        signal,
      ),
    ),
  )

/** All indicators, those that are rolled up first. */
export const useIndicators = () =>
  useAnswer('indicators to roll up', async (signal) => {
    const all = await getIndicators(signal)
    return all.toSorted((one, other) => Number(one.rollUp === 'none') - Number(other.rollUp === 'none'))
  })

/** What the regions directly below one come to. */
export const useRollUps = (region: string, indicator: string, asOf: string) =>
  useKept(
    useAnswer(`roll-ups ${region} ${indicator} ${asOf}`, (signal) =>
      get<RollUps>('/api/roll-ups', { region, indicator, asOf }, signal),
    ),
  )

export type Kept<Value> = Exclude<Answer<Value>, { state: 'ready' }> | { state: 'ready'; value: Value; isOld: boolean }

/** While something else is asked, what was answered before stays, so that nothing is taken from under whoever reads it. */
function useKept<Value>(answer: Answer<Value>): Kept<Value> {
  const shown = useRef<{ value: Value } | null>(null)
  if (answer.state === 'ready') shown.current = { value: answer.value }
  if (answer.state === 'ready') return { ...answer, isOld: false }
  if (answer.state === 'loading' && shown.current) return { state: 'ready', value: shown.current.value, isOld: true }
  return answer
}
