import { useCallback, useMemo } from 'preact/hooks'
import type { RollUps } from '../../../server/contract/roll-up.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartColours } from '../../charts/chart-dress.ts'
import { toRollUpOption } from '../../charts/roll-up-option.ts'
import { isThinned } from '../../charts/thinning.ts'
import { MISSING, toFigure } from '../../format.ts'
import { unitOf } from '../../goal.ts'
import { either, language, textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { RollUpKey } from './RollUpKey.tsx'
import { RollUpTable } from './RollUpTable.tsx'
import { told, toChart, unitsOf } from './roll-up-words.ts'

interface Props {
  rollUps: RollUps
  /** Of the region. */
  name: string
}

/** Own figures against what those of the regions below come to: drawn, and as a table; or the sentence why not. */
export function RolledUp({ rollUps, name }: Props) {
  const text = textOf(regionsText)
  const { indicator, weight, rollUp, refused, region, years } = rollUps
  const nameOf = either(indicator.nameZh, indicator.nameEn)
  const chart = useMemo(() => toChart(rollUps), [rollUps])
  const spoken = language.value
  const option = useCallback(
    (width: number, _height: number, colours: ChartColours, font: string) => {
      const unit = unitOf(rollUps.indicator, spoken)
      const words = {
        tick: (value: number) => toFigure(`${value}`, { language: spoken, unit }) + (unit === '%' ? '%' : ''),
        axis: unit === '%' ? '' : unit,
        axisCut: regionsText[spoken].axisCut,
        axisJoint: regionsText[spoken].comma,
        tooltip: (year: number) => toTooltip(rollUps, year),
      }
      return toRollUpOption(chart, { colours, words, font }, width)
    },
    [chart, rollUps, spoken],
  )
  const points = Math.max(chart.own.length, chart.rolledUp.length)
  return (
    <>
      {refused !== null && <p class="refused">{text.refused[refused](nameOf)}</p>}
      {rollUp !== 'none' && refused === null && (
        <p class="small">
          {text.rollUpLead(rollUp, weight ? either(weight.nameZh, weight.nameEn) : '')}
          {text.sentenceEnd}
        </p>
      )}
      {points === 0 ? (
        <>
          {refused === null && <p>{text.noFigures}</p>}
          {years.length > 0 && <RollUpTable rollUps={rollUps} />}
        </>
      ) : (
        <div class="roll-up-columns">
          <figure class="roll-up-figure">
            <RollUpKey chart={chart} />
            <Chart description={text.chart(nameOf, name, toLatest(rollUps))} option={option} />
            <figcaption class="aside small">
              {chart.coverage.size > 0 && text.coverageUnder(unitsOf(region.code, text))}{' '}
              {isThinned(points) && text.thinned(points)}
            </figcaption>
          </figure>
          <RollUpTable rollUps={rollUps} />
        </div>
      )}
    </>
  )
}

/** Own figure, roll-up and coverage of a year, a line each. */
function toTooltip(rollUps: RollUps, year: number): string {
  const text = textOf(regionsText)
  const found = rollUps.years.find((one) => one.year === year)
  if (found === undefined) return ''
  const { own, rolledUp } = found
  return [
    text.year(year),
    ...(own?.value != null ? [`${text.key.own} ${told(own.value, rollUps, language.value)}`] : []),
    ...(rolledUp ? [`${text.key.rolledUp} ${told(rolledUp.value, rollUps, language.value)}`] : []),
    ...(rolledUp ? [text.coverage(rolledUp.covered, rolledUp.of, unitsOf(rollUps.region.code, text))] : []),
  ].join('\n')
}

function toLatest(rollUps: RollUps): string {
  const last = rollUps.years.at(-1)
  if (last === undefined) return ''
  const said = (value: string | null | undefined): string =>
    value == null ? MISSING : told(value, rollUps, language.value)
  return textOf(regionsText).latest(last.year, said(last.own?.value), said(last.rolledUp?.value))
}
