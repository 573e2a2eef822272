import type { Changes } from '../../../server/contract/changes.ts'
import type { CompositeAnswer } from '../../../server/contract/composite.ts'
import type { Language } from '../../../server/domain/labels.ts'
import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { toShare } from '../../format.ts'
import { reportText } from '../../i18n/report.ts'
import { official, toDocumentDay } from './official.ts'
import type { ReportQuery } from './query.ts'
import type { Summary } from './summary.ts'

type Together = CompositeAnswer['plans'][number]

/** What the composite progress says of the region or plan for a choice of milestones; undefined where it says nothing. */
export function findTogether(
  composites: readonly CompositeAnswer[],
  { region, plan }: Pick<ReportQuery, 'region' | 'plan'>,
  choice: MilestoneChoice,
): Together | undefined {
  const answer = composites.find(({ milestone }) => milestone === choice)
  return plan ? answer?.plans.find(({ code }) => code === plan) : answer?.regions.find(({ code }) => code === region)
}

/** How the milestones of a stage stand, one by one and together, and what the mean leaves out. */
export function toStageSentence(summary: Summary, together: Together | undefined, language: Language): string {
  const text = reportText[language]
  const told = [text.stage(summary)]
  if (together !== undefined) {
    const { total, assessable, kept, mean, counted, weighted } = together
    told.push(text.kept(assessable, kept, total - assessable))
    if (mean !== null) told.push(text.mean(toShare(mean), counted, assessable - counted, weighted))
  }
  return official(told.join(text.sentences), language)
}

/** What is known now and was not when the last round closed. */
export function toChangesSentence({ since, counts }: Pick<Changes, 'since' | 'counts'>, language: Language): string {
  const text = reportText[language]
  const { statuses, turnedTo, figuresAdded, figuresCorrected, targetsAdded, targetsRevised } = counts
  const others = [
    figuresAdded > 0 && text.figuresAdded(figuresAdded),
    figuresCorrected > 0 && text.figuresCorrected(figuresCorrected),
    targetsAdded > 0 && text.targetsAdded(targetsAdded),
    targetsRevised > 0 && text.targetsRevised(targetsRevised),
  ].filter((told) => told !== false)
  const told = [statuses > 0 ? text.turned(statuses, turnedTo) : text.notTurned, ...others]
  const what = statuses === 0 && others.length === 0 ? text.nothingChanged : told.join(text.comma) + text.end
  return official(text.since(toDocumentDay(since, language)) + what, language)
}
