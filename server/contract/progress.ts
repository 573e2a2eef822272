import { z } from 'zod'
import {
  BASELINE_BASES,
  COMPARATORS,
  DEADLINE_BASES,
  FLAGS,
  PROJECTION_REFUSALS,
  STATUS_REASONS,
  STATUSES,
} from '../domain/words.ts'
import { derivedText, figureText, year } from './figure.ts'

export const baseline = z
  .object({
    year,
    value: figureText,
    basis: z.enum(BASELINE_BASES),
    quote: z.string().nullable().meta({ description: "The plan's own words, with basis `printed`" }),
    reason: z.string().nullable().meta({ description: 'Why it was chosen, with basis `adopted`' }),
  })
  .meta({ id: 'Baseline', description: 'The year and value from which a milestone is measured' })

const goalFields = {
  year,
  comparator: z.enum(COMPARATORS),
  value: figureText.nullable().meta({ description: 'Null where the plan names a year but no number' }),
  valueHigh: figureText.nullable().meta({ description: 'Upper end, with comparator `between`' }),
  tolerance: figureText
    .nullable()
    .meta({ description: 'Share of the value that may be missing, with comparator `about`' }),
  wordingZh: z.string().nullable().meta({ description: 'As printed: 以上, 左右, 力争 …' }),
  deadlineBasis: z.enum(DEADLINE_BASES),
}

export const milestoneGoal = z
  .object(goalFields)
  .meta({ id: 'MilestoneGoal', description: 'The value to be reached by the end of a year' })

export const milestone = z
  .object({ ...goalFields, baseline: baseline.nullable() })
  .meta({ id: 'Milestone', description: 'The value to be reached by the end of a year, from its own baseline' })

const share = z.number().nullable()

export const progress = z
  .object({
    milestoneYear: year,
    status: z.enum(STATUSES),
    reason: z.enum(STATUS_REASONS).nullable(),
    flags: z.array(z.enum(FLAGS)),
    method: z.object({ id: z.literal('linear-path'), version: z.string() }),
    baseline: baseline.nullable(),
    milestone: milestoneGoal,
    latest: z
      .object({
        year,
        value: derivedText,
        derived: z.boolean().meta({ description: 'A sum or a compounded change, not an entered figure' }),
        revisionIds: z.array(z.int()).meta({ description: 'The observations that it rests on' }),
      })
      .nullable(),
    expected: derivedText
      .nullable()
      .meta({ description: '序时目标: where the straight line from the baseline stands in the latest year' }),
    coveredShare: share.meta({ description: '目标完成率, not clipped' }),
    pathShare: share.meta({ description: '序时完成率, not clipped' }),
    gap: derivedText.nullable().meta({ description: 'Milestone minus latest, signed' }),
    requiredPerYear: derivedText.nullable(),
    recentPerYear: derivedText.nullable(),
    projectedYear: z.int().nullable(),
    projectionRefused: z.enum(PROJECTION_REFUSALS).nullable(),
    second: z
      .object({ id: z.literal('growth-rate'), ratio: z.number(), status: z.enum(STATUSES) })
      .nullable()
      .meta({ description: 'The growth-rate method, where it can be computed' }),
    original: z
      .object({ milestone: milestoneGoal, baseline: baseline.nullable(), status: z.enum(STATUSES) })
      .nullable()
      .meta({ description: 'What the first revision said, and how it would stand' }),
    explanationZh: z.string(),
    explanationEn: z.string(),
  })
  .meta({ id: 'Progress', description: 'The judgement of one milestone' })
