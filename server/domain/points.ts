import type Fraction from 'fraction.js'
import type { Figure, FigureText } from './model.ts'

/** Where an indicator stood at the end of a year, on the scale of the milestone. */
export interface Point {
  year: number
  value: Fraction
}

/** The figures of one milestone as a series of points, oldest first. */
export interface Series {
  /** Every year that can be told, the latest last; without the baseline. */
  points: Point[]
  /** (t, y); undefined without any figure, and where the latest figure cannot be told against the base year. */
  latest: Point | undefined
  /** The year of the latest figure, whether or not its point can be told. */
  latestYear: number | undefined
  /** The text of the latest point where it was entered and not derived. */
  entered: FigureText | undefined
  /** The figures that the latest point rests on, by year. */
  used: readonly Figure[]
  /** The figures that are compared with the baseline; a break among them counts. */
  compared: readonly Figure[]
  /** `flow`: years without a figure. `change`: years whose absence leaves the latest figure without a chain. */
  missingYears: number[]
}
