import type { Observation, ObservationRevision, RevisionStep } from '../../server/contract/observation.ts'
import type { ReviewItem } from '../../server/contract/review.ts'
import type { Target } from '../../server/contract/target.ts'
import type { ReviewStep } from '../../server/domain/words.ts'
import { aMilestone, anIndicator } from '../helpers/world.ts'
import { aProgress, aTarget } from './sample-targets.ts'

export const anObservation = (part: Partial<Observation> = {}): Observation => ({
  id: 100,
  regionCode: '63',
  indicatorCode: 'laboratories',
  year: 2025,
  measure: 'value',
  value: '45',
  missingReason: null,
  provisional: false,
  breakBefore: false,
  source: '年报',
  note: null,
  revision: 1,
  state: 'submitted',
  correction: null,
  sample: false,
  enteredBy: 'reporter',
  enteredAt: '2026-03-16T02:00:00.000Z',
  submittedAt: '2026-03-17T02:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  comment: null,
  ...part,
})

export const aStep = (step: ReviewStep, by: string, comment: string | null = null): RevisionStep => ({
  step,
  at: '2026-03-17T02:00:00.000Z',
  by,
  comment,
})

export const aRevision = (part: Partial<ObservationRevision> = {}): ObservationRevision => ({
  ...anObservation(part),
  steps: [],
  ...part,
})

/** An approved figure of an earlier year. */
export const approvedIn = (year: number, value: string, part: Partial<Observation> = {}): Observation =>
  anObservation({ id: year, year, value, state: 'approved', ...part })

export const aTurn = (part: Partial<ReviewItem['turns'][number]> = {}): ReviewItem['turns'][number] => ({
  targetId: 'plan-laboratories',
  planCode: 'plan',
  milestoneYear: 2025,
  before: 'behind',
  after: 'missed',
  gapAfter: '5',
  ...part,
})

export const anItem = (part: Partial<ReviewItem> = {}): ReviewItem => ({
  observation: anObservation(),
  indicator: anIndicator(),
  approved: null,
  earlier: [],
  revisions: [],
  turns: [aTurn()],
  own: false,
  ...part,
})

/** The target of `aTurn`: 20 in 2020, 50 by 2025 and 100 by 2030. */
export const theTarget = (part: Partial<Target> = {}): Target =>
  aTarget('plan-laboratories', [aProgress()], {
    indicator: anIndicator(),
    milestones: [aMilestone({ year: 2025, value: '50' }), aMilestone({ year: 2030, value: '100' })],
    ...part,
  })
