import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { getChanges, getComposite, getFreshness, getPlans, getProgress, getRegions } from '../../api.ts'
import { DEFAULTS } from '../overview/filters.ts'
import { milestoneYears } from '../overview/judged.ts'
import type { BoardQuery } from './query.ts'

/** So many statuses that turned have room on their page. */
const TURNED_SHOWN = 5

/** All that a board shows, as of one instant. */
export async function loadBoard({ region, plan, milestone, asOf }: BoardQuery, signal: AbortSignal) {
  const scope = { region, plan }
  const targets = await getProgress({ ...scope, asOf }, signal)
  const at = asOf || targets.asOf
  const years = milestoneYears(targets.items)
  const choice: MilestoneChoice =
    milestone || (DEFAULTS.milestone !== 'next' && years.includes(DEFAULTS.milestone) ? DEFAULTS.milestone : 'next')
  const [plans, regions, freshness, composite] = await Promise.all([
    getPlans(signal),
    getRegions(signal),
    getFreshness(at, signal),
    getComposite({ asOf: at, milestone: choice }, signal),
  ])
  const since = freshness.lastRound?.closedOn
  const changes =
    since === undefined ? null : await getChanges({ ...scope, asOf: at, since, limit: TURNED_SHOWN }, signal)
  return { asOf: targets.asOf, targets: targets.items, choice, plans, regions, freshness, composite, changes }
}

export type BoardData = Awaited<ReturnType<typeof loadBoard>>
