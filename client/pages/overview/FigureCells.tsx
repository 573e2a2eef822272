import { Figure } from '../../components/Figure.tsx'
import { isZero, MISSING, toFigure, toRounded } from '../../format.ts'
import { differenceUnitOf, toGoalParts, unitOf } from '../../goal.ts'
import { language, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { pacePlaces, placesFor, toDistance } from './distance.ts'
import type { Progress, Target } from './judged.ts'

interface Props {
  progress: Progress
  indicator: Target['indicator']
}

/** A unit too long for a column of figures stands once, under the name of the target. */
export const isLong = (unit: string): boolean => unit.length > 16

const inColumn = (unit: string): string => (isLong(unit) ? '' : unit)

const Missing = () => <span class="missing">{MISSING}</span>

/** Breaks between unit and year at the most. */
function UnitAndYear({ unit, year, base }: { unit: string; year: number; base?: number | undefined }) {
  const text = textOf(overviewText)
  return (
    <small>
      {unit && (
        <>
          <span class="together">{text.unitThen(unit)}</span>
          {text.space}
        </>
      )}
      <span class="together">{text.year(year)}</span>
      {base !== undefined && (
        <>
          {text.space}
          <span class="together">{text.against(base)}</span>
        </>
      )}
    </small>
  )
}

export function LatestCell({ progress, indicator, isBrief }: Props & { isBrief: boolean }) {
  const text = textOf(overviewText)
  const { latest, baseline } = progress
  const value = latest?.derived ? toRounded(latest.value, placesFor(progress, indicator.decimals)) : latest?.value
  return (
    <td role="cell" class="number c-latest" data-label={text.columns.latest}>
      {!latest || value === undefined ? (
        <Missing />
      ) : indicator.kind === 'done' ? (
        <>
          <b>{Number(value) >= 1 ? text.built : text.notBuilt}</b>
          <UnitAndYear unit="" year={latest.year} />
        </>
      ) : (
        <>
          <b>
            <Figure value={value} places={indicator.decimals} unit={unitOf(indicator, language.value)} />
          </b>
          <UnitAndYear
            unit={inColumn(unitOf(indicator, language.value))}
            year={latest.year}
            base={indicator.kind === 'change' && !isBrief ? baseline?.year : undefined}
          />
        </>
      )}
    </td>
  )
}

export function MilestoneCell({ progress, indicator }: Props) {
  const text = textOf(overviewText)
  const { milestone, milestoneYear } = progress
  const goal = toGoalParts(milestone, indicator, language.value)
  const isPlain = milestone.value !== null && milestone.comparator !== 'between'
  return (
    <td role="cell" class="number c-milestone" data-label={text.columns.milestone}>
      {indicator.kind === 'done' ? (
        text.toBuild
      ) : (
        <>
          {goal.before && <span class="wording">{goal.before}</span>}
          {isPlain ? (
            <Figure value={milestone.value} places={indicator.decimals} unit={goal.unit} />
          ) : (
            (goal.figure ?? text.notQuantified)
          )}
        </>
      )}
      <UnitAndYear unit={indicator.kind === 'done' ? '' : inColumn(goal.unit)} year={milestoneYear} />
    </td>
  )
}

export function GapCell({ progress, indicator }: Props) {
  const text = textOf(overviewText)
  const distance = indicator.kind === 'done' ? null : toDistance(progress, indicator.better, indicator.decimals)
  return (
    <td role="cell" class="number c-gap" data-label={text.columns.gap}>
      {distance === null ? (
        <Missing />
      ) : !('size' in distance) ? (
        text.sides[distance.side]
      ) : (
        <>
          {distance.side !== 'short' && <span class="wording">{text.sides[distance.side]} </span>}
          <Figure value={distance.size} places={indicator.decimals} />
          <small>{inColumn(differenceUnitOf(indicator, language.value))}</small>
        </>
      )}
    </td>
  )
}

export function PaceCell({ progress, indicator, nowYear, isBrief }: Props & { nowYear: number; isBrief: boolean }) {
  const text = textOf(overviewText)
  const { requiredPerYear, recentPerYear, projectedYear, milestoneYear, status } = progress
  const style = { language: language.value, signed: true }
  const places = pacePlaces(indicator.decimals, requiredPerYear ?? recentPerYear)
  return (
    <td
      role="cell"
      class="number c-pace"
      data-label={text.columns.perYear[milestoneYear < nowYear ? 'ended' : 'going']}
    >
      {requiredPerYear !== null && isZero(requiredPerYear) ? (
        <b>&gt; 0</b>
      ) : requiredPerYear !== null ? (
        <b>
          <Figure value={toRounded(requiredPerYear, places)} places={places} signed />
        </b>
      ) : status === 'missed' ? (
        text.expired
      ) : (
        <Missing />
      )}
      {recentPerYear !== null && <small>{text.recent(toFigure(toRounded(recentPerYear, places), style))}</small>}
      {!isBrief && projectedYear !== null && projectedYear > milestoneYear && <Projected year={projectedYear} />}
    </td>
  )
}

/** The year to which the recent pace leads, where that is too late. */
function Projected({ year }: { year: number }) {
  const [pace, when] = textOf(overviewText).projected(year)
  return (
    <small>
      <span class="together">{pace}</span> <span class="together">{when}</span>
    </small>
  )
}
