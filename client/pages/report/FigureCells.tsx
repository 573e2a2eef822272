import { Figure } from '../../components/Figure.tsx'
import { isZero, toRounded, toShare } from '../../format.ts'
import { differenceUnitOf, toGoalParts, unitOf } from '../../goal.ts'
import { language, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { pacePlaces, placesFor, toDistance } from '../overview/distance.ts'
import { toPrinted } from '../target/wording.ts'
import { official } from './official.ts'
import type { Row } from './rows.ts'

interface Props {
  row: Row
  /** Digits after the point for which the column keeps room. */
  places: number
}

type Cell = Props & { label: string }

const Year = ({ year }: { year: number }) => <small>{textOf(reportText).ofYear(year)}</small>

/** The unit of a row's figures once; what is built or not has none. */
export function UnitCell({ row: { target }, label }: Omit<Cell, 'places'>) {
  const { indicator } = target
  return (
    <td role="cell" class="unit" data-label={label}>
      {indicator.kind === 'done' ? textOf(reportText).none : unitOf(indicator, language.value)}
    </td>
  )
}

export function BaselineCell({ row: { target, progress }, places, label }: Cell) {
  const text = textOf(reportText)
  const { baseline } = progress
  return (
    <td role="cell" class="number" data-label={label}>
      {target.indicator.kind === 'done' ? (
        text.none
      ) : baseline === null ? (
        text.notPrinted
      ) : (
        <>
          <Figure value={baseline.value} places={places} unit={target.indicator.unitZh} />
          <Year year={baseline.year} />
        </>
      )}
    </td>
  )
}

export function LatestCell({ row: { target, progress }, places, label }: Cell) {
  const text = textOf(reportText)
  const { indicator } = target
  const { latest } = progress
  return (
    <td role="cell" class="number" data-label={label}>
      {latest === null ? (
        text.none
      ) : (
        <>
          {indicator.kind === 'done' ? (
            text[isZero(latest.value) ? 'notBuilt' : 'built']
          ) : (
            <Figure
              value={latest.derived ? toRounded(latest.value, placesFor(progress, indicator.decimals)) : latest.value}
              places={places}
              unit={indicator.unitZh}
            />
          )}
          <Year year={latest.year} />
        </>
      )}
    </td>
  )
}

/** The plan's number with the wording around it, which is a part of the promise. */
export function GoalCell({ row: { target, progress }, places, label }: Cell) {
  const text = textOf(reportText)
  const { indicator } = target
  const { milestone } = progress
  // 达到 and 建成 beside a number would be read as a result.
  const parts = toGoalParts({ ...milestone, wordingZh: toPrinted(milestone) || null }, indicator, language.value)
  const wording = [parts.before, parts.unit.replace(unitOf(indicator, language.value), '')].filter(Boolean).join(' ')
  return (
    <td role="cell" class="number" data-label={label}>
      {indicator.kind === 'done' ? (
        text.toBuild
      ) : milestone.value === null ? (
        text.unquantified
      ) : milestone.comparator === 'between' ? (
        parts.figure
      ) : (
        <Figure value={milestone.value} places={places} unit={indicator.unitZh} />
      )}
      <small>
        {indicator.kind !== 'done' && milestone.value !== null && wording && <span class="together">{wording}</span>}{' '}
        <span class="nowrap">{text.ofYear(milestone.year)}</span>
      </small>
    </td>
  )
}

export function GapCell({ row: { target, progress }, places, label }: Cell) {
  const text = textOf(reportText)
  const { indicator } = target
  const distance = indicator.kind === 'done' ? null : toDistance(progress, indicator.better, indicator.decimals)
  const unit = differenceUnitOf(indicator, language.value)
  return (
    <td role="cell" class="number" data-label={label}>
      {distance === null ? (
        text.none
      ) : 'size' in distance ? (
        <>
          <Figure value={distance.size} places={places} unit={indicator.unitZh} />
          {unit !== unitOf(indicator, language.value) && <small>{unit}</small>}
        </>
      ) : (
        text.atEdge
      )}
    </td>
  )
}

export function PerYearCell({ row: { target, progress }, places, label }: Cell) {
  const text = textOf(reportText)
  const { requiredPerYear, status } = progress
  return (
    <td role="cell" class="number" data-label={label}>
      {requiredPerYear === null ? (
        status === 'missed' ? (
          text.ended
        ) : (
          text.none
        )
      ) : isZero(requiredPerYear) ? (
        text.moreThanNothing
      ) : (
        <Figure
          value={toRounded(requiredPerYear, pacePlaces(target.indicator.decimals, requiredPerYear))}
          places={places}
          signed
        />
      )}
    </td>
  )
}

/** When the recent pace leads there; why none is told stands in the sentence below the table. */
export function ProjectedCell({ row: { progress }, label }: Omit<Cell, 'places'>) {
  const text = textOf(reportText)
  const { projectedYear, projectionRefused, recentPerYear } = progress
  return (
    <td role="cell" class="number" data-label={label}>
      {projectedYear !== null
        ? official(text.inYear(projectedYear), language.value)
        : projectionRefused === null && recentPerYear !== null
          ? text.never
          : text.none}
    </td>
  )
}

/** 序时完成率 as the pages tell it, at the point of its column. */
export function ShareCell({ row: { progress }, label }: Omit<Cell, 'places'>) {
  return (
    <td role="cell" class="number" data-label={label}>
      {progress.pathShare === null ? (
        textOf(reportText).none
      ) : (
        <Figure value={toShare(progress.pathShare).replace('\u2212', '-')} places={4} />
      )}
    </td>
  )
}
