import type { Milestone } from '../../server/domain/model.ts'
import { plans } from '../plans/index.ts'
import type { SampleTargetSeed } from '../shape.ts'

/** The milestones that the plan prints, one of them entered wrongly. */
function mistaken(targetId: string, year: number, mistake: Partial<Milestone>): Milestone[] {
  const target = plans.flatMap(({ targets }) => targets).find(({ id }) => id === targetId)
  if (target === undefined) throw new Error(`no plan has the target ${targetId}`)
  return target.milestones.map((milestone) => (milestone.year === year ? { ...milestone, ...mistake } : milestone))
}

const CAPTURE_ENERGY = 'cn-carbon-2022-2030-co2-capture-energy'
const HUBEI_PLATFORMS = 'hb-carbon-2022-green-innovation-platforms'

/** Invented histories of targets, loaded for the demonstration only. */
export const SAMPLE_TARGETS: SampleTargetSeed[] = [
  {
    targetId: CAPTURE_ENERGY,
    firstMilestones: mistaken(CAPTURE_ENERGY, 2030, { value: '-25' }),
    correctedOn: '2024-06-18',
    correction: { code: 'typing', reason: '（示例）录入时误作下降25%，原文为“到2030年下降30%”。' },
  },
  {
    targetId: HUBEI_PLATFORMS,
    firstMilestones: mistaken(HUBEI_PLATFORMS, 2030, { comparator: 'at-least', wordingZh: null }),
    correctedOn: '2023-11-20',
    correction: { code: 'typing', reason: '（示例）录入时误作不少于10家，原文为“10余家”，即超过10家。' },
  },
]
