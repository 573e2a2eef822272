import type { ChangedFigure, Changes, TurnedStatus } from '../../../server/contract/changes.ts'
import type { Indicator } from '../../../server/contract/reference.ts'
import type { Language } from '../../../server/domain/labels.ts'
import { toldFigure } from '../../components/told-figure.ts'
import type { ChangesText } from '../../i18n/changes.ts'
import { joined } from '../target/wording.ts'

type Figure = ChangedFigure['after'] & { measure: string }

/** A figure in words, with its measure; whether it is provisional, and whether it breaks with the years before. */
export function saidFigure(figure: Figure, indicator: Indicator, language: Language, text: ChangesText): string {
  const said = toldFigure(figure, indicator, language)
  const marked = figure.provisional ? text.provisional(said) : said
  return figure.breakBefore ? text.broken(marked) : marked
}

/** Why a status turned, a phrase for each cause. */
export function whyTurned(
  turned: TurnedStatus,
  { grounds, method }: Changes,
  indicator: Indicator,
  language: Language,
  text: ChangesText,
): string[] {
  const { targetId, milestoneYear, before, after, causes } = turned
  if (after === null) return [text.dropped]
  if (before === null) return [text.newMilestone]
  return causes.flatMap((cause) => {
    switch (cause) {
      case 'figure':
        return toldFigures(
          grounds.filter(({ targetIds, year }) => targetIds.includes(targetId) && year <= milestoneYear),
          indicator,
          language,
          text,
        )
      case 'target':
        return text.moved
      case 'method':
        return text.method(method.before.version, method.after.version)
      case 'year':
        return text.yearEnded(milestoneYear)
    }
  })
}

/** The one of the latest year; where a judgement adds years up or compounds them, how many others there are. */
function toldFigures(
  figures: readonly ChangedFigure[],
  indicator: Indicator,
  language: Language,
  text: ChangesText,
): string {
  const [latest] = figures.toSorted((a, b) => b.year - a.year)
  if (latest === undefined) return text.figuresChanged
  const { year, measure, before, after } = latest
  const said = (figure: ChangedFigure['after']): string => saidFigure({ ...figure, measure }, indicator, language, text)
  // What was entered and corrected in between is new to who looks at both ends.
  const isNew = figures.some((one) => one.year === year && one.measure === measure && one.before === null)
  const told =
    isNew || before === null ? text.added(year, said(after)) : text.corrected(year, said(before), said(after))
  const others = indicator.kind === 'flow' || indicator.kind === 'change' ? figures.length - 1 : 0
  return joined(others === 0 ? told : told + text.moreFigures(others))
}
