import type { Indicator } from '../../../../server/contract/reference.ts'
import type { TargetDetail } from '../../../../server/contract/target.ts'
import { FIELD_SENTENCES } from '../../../../server/domain/field-sentences.ts'
import type { Label } from '../../../../server/domain/labels.ts'
import type { CorrectionCode } from '../../../../server/domain/words.ts'
import { type Faults, toFaults } from '../../../components/form/faults.ts'
import { malformedOf, type MilestoneValues, toMilestone, toValues } from './promise-values.ts'

/** What is typed of a target. */
export interface TargetValues {
  ownerZh: string
  clause: string
  quote: string
  sourceFile: string
  milestones: MilestoneValues[]
  correctionCode: CorrectionCode | ''
  reason: string
}

export const targetValuesOf = ({ ownerZh, clause, quote, sourceFile, milestones }: TargetDetail): TargetValues => ({
  ownerZh: ownerZh ?? '',
  clause,
  quote,
  sourceFile,
  milestones: milestones.map(toValues),
  correctionCode: '',
  reason: '',
})

export interface Words {
  needed: string
  neededChoice: string
  say: (label: Label) => string
}

type Promised = Pick<Indicator, 'kind' | 'better'>

const lackingText = ({ clause, quote, reason }: Pick<TargetValues, 'clause' | 'quote' | 'reason'>, needed: string) => ({
  clause: clause.trim() === '' && needed,
  quote: quote.trim() === '' && needed,
  reason: reason.trim() === '' && needed,
})

export const lackingOfChange = (
  values: TargetValues,
  indicator: Promised,
  { needed, neededChoice, say }: Words,
): Faults => ({
  ...malformedOf(values.milestones, indicator, say),
  ...toFaults({
    ...lackingText(values, needed),
    sourceFile: values.sourceFile.trim() === '' && needed,
    correctionCode: values.correctionCode === '' && neededChoice,
    milestones: values.milestones.length === 0 && needed,
  }),
})

/** What the server takes of it, without why. */
export const promiseOf = (
  { ownerZh, clause, quote, milestones }: Omit<TargetValues, 'sourceFile'>,
  indicator: Promised,
) => ({
  ownerZh: ownerZh.trim() === '' ? null : ownerZh.trim(),
  clause: clause.trim(),
  quote: quote.trim(),
  milestones: milestones.map((one) => toMilestone(one, indicator)),
})

/** What is typed of a new target. */
export interface NewTargetValues extends TargetValues {
  planCode: string
  regionCode: string
  indicatorCode: string
  id: string
  /** Until someone types an id of their own, it follows from plan and indicator. */
  isIdOwn: boolean
}

export const suggestedId = ({
  planCode,
  indicatorCode,
}: Pick<NewTargetValues, 'planCode' | 'indicatorCode'>): string =>
  planCode && indicatorCode ? `${planCode}-${indicatorCode}` : ''

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

export const lackingOfNew = (
  values: NewTargetValues,
  indicator: Promised | undefined,
  { needed, neededChoice, say }: Words,
): Faults => ({
  ...(indicator && malformedOf(values.milestones, indicator, say)),
  ...toFaults({
    ...lackingText(values, needed),
    planCode: values.planCode === '' && neededChoice,
    regionCode: values.regionCode === '' && neededChoice,
    indicatorCode: values.indicatorCode === '' && neededChoice,
    id: !SLUG.test(values.id.trim()) && say(FIELD_SENTENCES.slug),
    milestones: indicator !== undefined && values.milestones.length === 0 && needed,
  }),
})
