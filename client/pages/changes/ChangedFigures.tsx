import type { ChangedFigure } from '../../../server/contract/changes.ts'
import type { Indicator } from '../../../server/contract/reference.ts'
import { CORRECTION_LABELS } from '../../../server/domain/labels.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { Limited } from '../../components/Limited.tsx'
import { toDate } from '../../format.ts'
import { changesText } from '../../i18n/changes.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { nameOf } from '../../names.ts'
import { withAsOf } from '../../state/address.ts'
import type { Asked } from './asked.ts'
import type { ChangesData } from './changes-data.ts'
import { indicatorName } from './names.ts'
import { joined } from '../target/wording.ts'
import { saidFigure } from './why.ts'

interface Props {
  data: ChangesData
  asked: Asked
}

const COLUMNS = ['indicator', 'day', 'change', 'why'] as const

/** Every approved revision of a figure, newest first: what it was, what it is, why. */
export function ChangedFigures({ data, asked }: Props) {
  const text = textOf(changesText)
  return (
    <Limited rows={data.changes.figures} showAll={text.showAll}>
      {(shown) => (
        <table class="desk-table moved" role="table">
          <caption class="visually-hidden">{text.figures}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHeads columns={COLUMNS} titles={text} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((figure) => (
              <Row key={keyOf(figure)} figure={figure} data={data} asked={asked} />
            ))}
          </tbody>
        </table>
      )}
    </Limited>
  )
}

const keyOf = ({ regionCode, indicatorCode, year, measure, at }: ChangedFigure): string =>
  [regionCode, indicatorCode, year, measure, at].join(' ')

function Row({ figure, data, asked }: Props & { figure: ChangedFigure }) {
  const text = textOf(changesText)
  const { regionCode, indicatorCode, year, at, correction, sample } = figure
  const indicator = data.indicators.get(indicatorCode)
  if (!indicator) return null
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Names targetIds={figure.targetIds} name={indicatorName(indicator)} asOf={asked.asOf} />
        <small>
          {nameOf(data.regions, regionCode)} · {text.year(year)}
        </small>
      </th>
      <td role="cell" class="day" data-label={text.day}>
        {toDate(at)}
      </td>
      <td role="cell" data-label={text.change}>
        <span>
          {toldChange(figure, indicator)}
          {sample && <span class="tag">{text.sample}</span>}
        </span>
      </td>
      <td role="cell" class="why">
        {correction && text.reason(say(CORRECTION_LABELS[correction.code]), correction.reason)}
      </td>
    </tr>
  )
}

/** Leads to the target that the figure is of; where several plans promise something about it, to each of them. */
function Names({ targetIds, name, asOf }: { targetIds: readonly string[]; name: string; asOf: string }) {
  const [first, ...others] = targetIds
  if (first === undefined) return <>{name}</>
  return (
    <>
      <a href={withAsOf(`/targets/${first}`, asOf)}>{name}</a>
      {others.map((id, index) => (
        <a key={id} class="another" href={withAsOf(`/targets/${id}`, asOf)} aria-label={`${name} (${index + 2})`}>
          ({index + 2})
        </a>
      ))}
    </>
  )
}

function toldChange({ before, after, measure }: ChangedFigure, indicator: Indicator): string {
  const text = changesText[language.value]
  const said = (figure: ChangedFigure['after']): string =>
    saidFigure({ ...figure, measure }, indicator, language.value, text)
  if (before === null) return joined(text.newFigure(said(after)))
  return said(before) === said(after) ? text.stillSame(said(after)) : text.fromTo(said(before), said(after))
}
