import type { ProgressList } from '../../../server/contract/listed-target.ts'
import type { RegionProgress } from '../../../server/contract/region-progress.ts'
import type { RollUps } from '../../../server/contract/roll-up.ts'
import { get, getIndicators, getThemes } from '../../api.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { useKept } from '../../state/use-kept.ts'
import { toAddress, toListQuery, toRegionQuery, type View } from './address.ts'
import { fromOf } from '../../components/listing.ts'
import { REGION_ROWS, TARGET_ROWS } from './listing.ts'

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
