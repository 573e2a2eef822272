import type { TargetDetail } from '../../../../server/contract/target.ts'
import { promisedMilestones } from '../../../../server/domain/milestones.ts'
import type { Milestone } from '../../../../server/domain/model.ts'
import { progressOf } from '../../../../server/domain/progress.ts'
import type { Status } from '../../../../server/domain/words.ts'
import { toYearInShanghai } from '../../../format.ts'
import type { TargetChangesText } from '../../../i18n/admin-targets.ts'
import { changesOf } from '../../target/history-entries.ts'
import { joined, type Wording } from '../../target/wording.ts'
import type { promiseOf } from './target-values.ts'

type Promised = ReturnType<typeof promiseOf> & { sourceFile: string }

/** What would be different, a sentence each, in the words in which the target's history will tell it. */
export function toldChanges(
  before: TargetDetail,
  after: Promised,
  wording: Wording,
  text: TargetChangesText,
): string[] {
  const promised = changesOf(before, after, wording).map(joined)
  const wordings = after.milestones.flatMap((milestone) => {
    const was = before.milestones.find(({ year }) => year === milestone.year)
    return was === undefined ? [] : toldEvidence(was, milestone, text)
  })
  const texts = [
    before.ownerZh !== after.ownerZh && text.owner(before.ownerZh, after.ownerZh),
    before.clause !== after.clause && text.clause,
    before.quote !== after.quote && text.quote,
    before.sourceFile !== after.sourceFile && text.source,
  ]
  return [...promised, ...wordings, ...texts.filter((told) => told !== false)]
}

const toldEvidence = (was: Milestone, is: Milestone, text: TargetChangesText): string[] => {
  const isSameEvidence =
    (was.baseline?.quote ?? null) === (is.baseline?.quote ?? null) &&
    (was.baseline?.reason ?? null) === (is.baseline?.reason ?? null)
  const hasBoth = was.baseline !== null && is.baseline !== null
  return [
    ...(was.deadlineBasis === is.deadlineBasis ? [] : [text.deadline(is.year)]),
    ...(isSameEvidence || !hasBoth ? [] : [text.evidence(is.year)]),
  ]
}

/** The audit line that the change would get: later than all others. */
const NEXT = Number.MAX_SAFE_INTEGER

/** A milestone that would be called revised, and how the change would turn its status. */
export interface Consequence {
  year: number
  isRevised: boolean
  before: Status | undefined
  after: Status
}

/** What the pages would say of each milestone after the change, by the same method. */
export function consequencesOf(detail: TargetDetail, milestones: readonly Milestone[]): Consequence[] {
  const revisions = detail.revisions.map(({ id, milestones: promised }) => ({ seq: id, milestones: promised }))
  const figures = detail.observations.flatMap(({ id, year, measure, value, provisional, breakBefore }) =>
    value === null ? [] : [{ id, year, measure, value, provisional, breakSeq: breakBefore ? id : null }],
  )
  const nowYear = toYearInShanghai(detail.asOf)
  return promisedMilestones([...revisions, { seq: NEXT, milestones }]).map(({ promised, original }) => {
    const { year } = promised.milestone
    const { status } = progressOf({ indicator: detail.indicator, promised, original, figures, nowYear })
    const before = detail.progress.find(({ milestoneYear }) => milestoneYear === year)?.status
    return { year, isRevised: original !== null, before, after: status }
  })
}
