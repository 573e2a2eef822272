import type { FigureText } from '../../server/domain/model.ts'
import type { Better, Comparator, Kind, ProjectionRefusal, StatusReason } from '../../server/domain/words.ts'

/** A figure twice: as a number for the place where it is drawn, as exact text for what is written beside it. */
export interface Drawn {
  year: number
  value: number
  figure: FigureText
}

/** A point of the observed line: an entered figure, the sum of a flow, or a compounded change. */
export interface ObservedPoint extends Drawn {
  provisional: boolean
  /** The definition changed before this year: no line leads to it. */
  breakBefore: boolean
  /** A sum or a compounded change, not an entered figure. */
  derived: boolean
}

/** What was new in a year; `value` null where nothing was reported, which is not zero. */
export interface YearBar {
  year: number
  value: number | null
  figure: FigureText | null
  provisional: boolean
}

/** A milestone as it is drawn. `path` has a point for every year and is empty where there is no baseline. */
export interface DrawnGoal {
  year: number
  comparator: Comparator
  /** The milestone's own value; for `between` the lower end. */
  value: number
  figure: FigureText
  /** The upper end of `between`. */
  high: Drawn | null
  /** The value that is just within tolerance, with `about`. */
  limit: Drawn | null
  /** Where the path ends: for `between` the less demanding end. */
  end: Drawn
  baseline: Drawn | null
  path: Drawn[]
  wordingZh: string | null
}

/** A promise that was given up, and the day on which it ended. */
export interface FormerGoal extends DrawnGoal {
  until: string
}

/** The recent pace carried on to the milestone's year, and the slowest and fastest recent year. */
export interface Projection {
  from: Drawn
  to: Drawn
  slowest: Drawn
  fastest: Drawn
}

/** Everything that the chart of one target and one chosen milestone shows. No words, no colours. */
export interface TargetChartData {
  kind: Kind
  better: Better
  decimals: number
  points: ObservedPoint[]
  /** The years of a flow; empty for other kinds. */
  bars: YearBar[]
  /** Null where the plan names a year but no number. */
  chosen: DrawnGoal | null
  chosenYear: number
  /** Other milestones of the same base year; those of another are not comparable on one axis. */
  others: DrawnGoal[]
  former: FormerGoal | null
  /** The latest point in use and where the path stands in its year. */
  latest: (Drawn & { provisional: boolean; derived: boolean; expected: Drawn | null }) | null
  projection: Projection | null
  refused: ProjectionRefusal | null
  reason: StatusReason | null
  /** The definition changed before these years. */
  breakYears: number[]
  /** Years between the first and the latest year in use without a figure. */
  missingYears: number[]
  /** The instant that is looked at, on the axis: a year's figure stands at the year's end. */
  now: number
}
