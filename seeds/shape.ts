import type { Indicator, Plan } from '../server/contract/reference.ts'
import type { Conflict } from '../server/contract/target.ts'
import type { Milestone } from '../server/domain/model.ts'
import type { CorrectionCode, MissingReason } from '../server/domain/words.ts'

/** One plan with everything that it promises. */
export interface PlanSeed {
  plan: Plan
  indicators: Indicator[]
  targets: TargetSeed[]
}

/** A target as its plan words it; plan and source file are those of the plan that it stands in. */
export interface TargetSeed {
  id: string
  regionCode: string
  indicatorCode: string
  ownerZh: string | null
  clause: string
  quote: string
  conflicts: Conflict[]
  milestones: Milestone[]
}

/** One figure of one year. Absent fields: measure `value`, not provisional, no break, no note. */
export interface FigureSeed {
  regionCode: string
  indicatorCode: string
  year: number
  measure?: string
  value: string | null
  missingReason?: MissingReason
  provisional?: boolean
  breakBefore?: boolean
  source: string
  note?: string
}

/** A figure that was really published; the demo enters it on the day on which it could first be known. */
export interface PublishedFigureSeed extends FigureSeed {
  publishedOn: string
}

/** An invented figure with the days on which the demo has it entered and approved; a later one of the same year corrects it. */
export interface SampleFigureSeed extends FigureSeed {
  enteredOn: string
  approvedOn: string
  correction?: { code: CorrectionCode; reason: string }
}

/** An invented history of a target: what the demo says was entered first, and when it was corrected to what the plan prints. */
export interface SampleTargetSeed {
  targetId: string
  firstMilestones: Milestone[]
  correctedOn: string
  correction: { code: CorrectionCode; reason: string }
}
