import type { Observation } from '../../server/contract/observation.ts'
import type { Indicator } from '../../server/contract/reference.ts'
import type { TargetDetail } from '../../server/contract/target.ts'
import { promisedMilestones } from '../../server/domain/milestones.ts'
import type { Baseline, Milestone } from '../../server/domain/model.ts'
import { progressOf } from '../../server/domain/progress.ts'
import type { ChartDress, ChartWords } from '../../client/charts/chart-dress.ts'

const AS_OF = '2026-03-18T15:59:59.999Z'

export const baselineOf = (year: number, value: string): Baseline => ({
  year,
  value,
  basis: 'printed',
  quote: null,
  reason: null,
})

export const milestoneOf = (year: number, value: string | null, more: Partial<Milestone> = {}): Milestone => ({
  year,
  comparator: 'at-least',
  value,
  valueHigh: null,
  tolerance: null,
  wordingZh: null,
  deadlineBasis: 'printed',
  baseline: baselineOf(2020, '20'),
  ...more,
})

export const figureOf = (year: number, value: string | null, more: Partial<Observation> = {}): Observation => ({
  id: year,
  regionCode: '63',
  indicatorCode: 'laboratories',
  year,
  measure: 'value',
  value,
  missingReason: value === null ? 'not-collected' : null,
  provisional: false,
  breakBefore: false,
  source: null,
  note: null,
  revision: 1,
  state: 'approved',
  correction: null,
  sample: false,
  enteredBy: null,
  enteredAt: AS_OF,
  submittedAt: AS_OF,
  decidedBy: null,
  decidedAt: AS_OF,
  comment: null,
  ...more,
})

const INDICATOR: Indicator = {
  code: 'laboratories',
  nameZh: '实验室',
  nameEn: 'Laboratories',
  shortNameZh: '实验室',
  shortNameEn: 'Laboratories',
  unitZh: '个',
  unitEn: 'labs',
  kind: 'level',
  better: 'higher',
  decimals: 0,
  theme: 'platforms',
  min: null,
  max: null,
  definitionZh: '',
  definitionEn: '',
  sourceZh: null,
  rollUp: 'none',
  weightIndicatorCode: null,
}

/** A target judged as the server judges it, now being March 2026. `first` are the milestones before a revision. */
export function detailOf(
  milestones: Milestone[],
  observations: Observation[],
  indicatorFields: Partial<Indicator> = {},
  first?: Milestone[],
): TargetDetail {
  const indicator = { ...INDICATOR, ...indicatorFields }
  const revisionOf = (id: number, promised: Milestone[]) => ({
    id,
    revision: id,
    at: id === 1 ? '2022-01-01T00:00:00.000Z' : '2024-06-18T02:00:00.000Z',
    enteredBy: null,
    correction: null,
    sample: false,
    milestones: promised,
  })
  const revisions = first ? [revisionOf(1, first), revisionOf(2, milestones)] : [revisionOf(1, milestones)]
  const figures = observations.flatMap(({ id, year, measure, value, provisional, breakBefore }) =>
    value === null ? [] : [{ id, year, measure, value, provisional, breakSeq: breakBefore ? id : null }],
  )
  const tracked = promisedMilestones(revisions.map((one) => ({ seq: one.id, milestones: one.milestones })))
  return {
    id: 'qh-laboratories',
    planCode: 'qh',
    regionCode: '63',
    indicatorCode: indicator.code,
    indicator,
    ownerZh: null,
    clause: '',
    quote: '',
    sourceFile: '',
    conflicts: [],
    milestones,
    revision: revisions.length,
    sample: false,
    progress: tracked.map(({ promised, original }) =>
      progressOf({ indicator, promised, original, figures, nowYear: 2026 }),
    ),
    nextMilestoneYear: milestones[0]?.year ?? 2030,
    asOf: AS_OF,
    observations,
    history: observations,
    revisions,
    people: {},
  }
}

const WORDS: ChartWords = {
  figure: (figure) => figure,
  tick: (value) => `${value}`,
  axis: '单位：个',
  axisCut: '纵轴不从 0 起',
  axisJoint: '；',
  baseline: ({ year }) => `基期 ${year} 年`,
  latest: ({ figure, year }) => `${figure}，${year} 年`,
  expected: ({ figure }) => `路径应为 ${figure}`,
  gap: () => '差',
  goal: ({ year, figure }, narrow) => (narrow ? [`目标 ${figure}`] : [`${year} 年目标 ${figure}`, '力争']),
  otherGoal: ({ year, figure }) => `${year} 年目标 ${figure}`,
  formerGoal: ({ figure, until }) => [`原目标 ${figure}`, `${until.slice(0, 10)} 前`],
  upperEnd: (goal) => `上限 ${goal.high?.figure}`,
  lowerEnd: ({ figure }) => `下限 ${figure}`,
  limit: (goal) => `容差内 ${goal.limit?.figure}`,
  projected: ({ to }) => [`照近年速度 ${to.figure}`, '最慢，最快'],
  refused: () => ['数据不足 3 个，', '不作推算'],
  noBaseline: '基期未载明，不画路径',
  noFigure: '还没有可画的数据',
  reason: (reason) => reason,
  missingYears: (years) => `${years.join('、')} 年缺报`,
  breakBefore: '口径变更',
  now: (narrow) => (narrow ? '今' : '截至 2026-03-18'),
  tooltip: (year) => `${year}`,
}

export const DRESS: ChartDress = {
  colours: {
    paper: '#paper',
    sunken: '#sunken',
    ink: '#ink',
    ink2: '#ink2',
    ink3: '#ink3',
    rule: '#rule',
    axis: '#axis',
    accent: '#accent',
  },
  words: WORDS,
  font: 'sans-serif',
}
