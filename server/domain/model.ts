import type {
  BaselineBasis,
  Better,
  Comparator,
  DeadlineBasis,
  Flag,
  Kind,
  ProjectionRefusal,
  Status,
  StatusReason,
} from './words.ts'

/** An exact decimal as text, in the form of `CANONICAL_FIGURE`: "1.0" stays "1.0". */
export type FigureText = string

/** The year and value from which a milestone is measured. */
export interface Baseline {
  year: number
  value: FigureText
  basis: BaselineBasis
  /** The plan's own words; given with basis `printed`. */
  quote: string | null
  /** Why an administrator chose it; given with basis `adopted`. */
  reason: string | null
}

/** The value that a target must reach by the end of a year, without its baseline. */
export interface MilestoneGoal {
  year: number
  comparator: Comparator
  /** Null where the plan names a direction and a year but no number ("持续大幅下降"). */
  value: FigureText | null
  /** The upper end; given with comparator `between`. */
  valueHigh: FigureText | null
  /** Share of abs(value) that may be missing, 0–1; given with comparator `about`. */
  tolerance: FigureText | null
  /** 以上, 左右, 力争 … as printed. */
  wordingZh: string | null
  deadlineBasis: DeadlineBasis
}

export interface Milestone extends MilestoneGoal {
  /** Null where nothing is printed and nothing was adopted. */
  baseline: Baseline | null
}

/** What the method needs to know of an indicator. */
export interface Measured {
  kind: Kind
  better: Better
  unitZh: string
  unitEn: string
  /** Digits after the point for display; derived figures are rounded to two more. */
  decimals: number
}

/** One approved figure of the target's indicator and region, as the method takes it. */
export interface Figure {
  /** The revision in force; it is the sequence number of the audit line that entered it. */
  id: number
  year: number
  /** `value`, `yoy` or `since:YYYY`; see `MEASURE`. */
  measure: string
  value: FigureText
  provisional: boolean
  /** The sequence number at which a break of the series before this year was first approved; null where there is none. */
  breakSeq: number | null
}

/** A milestone as it was promised in one revision of its target. */
export interface PromisedMilestone {
  milestone: Milestone
  /** The sequence number since which this baseline has been in force unchanged. */
  baselineSeq: number
}

export interface ProgressInput {
  indicator: Measured
  promised: PromisedMilestone
  /** What was first promised in its place, where that differs, or was dropped; see `promisedMilestones`. Else null. */
  original: PromisedMilestone | null
  /** In any order; at most one per year and measure. */
  figures: readonly Figure[]
  /** The Asia/Shanghai year of the instant that is judged from. Its last ended year is the one before. */
  nowYear: number
}

/** The judgement of one milestone, with everything that it rests on. Field names are those of the API. */
export interface Progress {
  milestoneYear: number
  status: Status
  reason: StatusReason | null
  flags: Flag[]
  method: { id: 'linear-path'; version: string }
  baseline: Baseline | null
  milestone: MilestoneGoal
  /** The latest point in use; `derived` where it is a sum or a compounded change and not an entered figure. */
  latest: { year: number; value: FigureText; derived: boolean; revisionIds: number[] } | null
  /** P(t), 序时目标. */
  expected: FigureText | null
  /** 目标完成率 and 序时完成率; not clipped, rounded to 4 places. */
  coveredShare: number | null
  pathShare: number | null
  /** T − y, signed; in points for kind `change`. */
  gap: FigureText | null
  requiredPerYear: FigureText | null
  recentPerYear: FigureText | null
  projectedYear: number | null
  projectionRefused: ProjectionRefusal | null
  /** The growth-rate method, wherever it can be computed; shown where it disagrees with the headline. */
  second: { id: 'growth-rate'; ratio: number; status: Status } | null
  original: { milestone: MilestoneGoal; baseline: Baseline | null; status: Status } | null
  explanationZh: string
  explanationEn: string
}
