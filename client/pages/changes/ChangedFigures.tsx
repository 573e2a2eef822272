import type { ChangedFigure } from '../../../server/contract/changes.ts'
import type { Indicator } from '../../../server/contract/reference.ts'
import { changesText } from '../../i18n/changes.ts'
import { language, textOf } from '../../i18n/language.ts'
import { nameOf } from '../../names.ts'
import { withAsOf } from '../../state/address.ts'
import { ChangeTable, RecordedCells, recordedTitles } from './ChangeTable.tsx'
import type { NamedChanges } from './changes-data.ts'
import { indicatorName } from './names.ts'
import { joined } from '../target/wording.ts'
import { saidFigure } from './why.ts'

interface Props {
  data: NamedChanges
}

const COLUMNS = ['indicator', 'day', 'change', 'why'] as const

/** Every approved revision of a figure, newest first: what it was, what it is, why. */
export function ChangedFigures({ data }: Props) {
  const text = textOf(changesText)
  return (
    <ChangeTable
      kind="moved"
      caption={text.figures}
      columns={COLUMNS}
      titles={recordedTitles(data)}
      rows={data.changes.figures}
      total={data.changes.totals.figures}
    >
      {(figure) => <Row key={keyOf(figure)} figure={figure} data={data} />}
    </ChangeTable>
  )
}

const keyOf = ({ regionCode, indicatorCode, year, measure, at }: ChangedFigure): string =>
  [regionCode, indicatorCode, year, measure, at].join(' ')

function Row({ figure, data }: Props & { figure: ChangedFigure }) {
  const text = textOf(changesText)
  const { regionCode, indicatorCode, year, measure } = figure
  const indicator = data.indicators.get(indicatorCode)
  if (!indicator) return null
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Names targetIds={figure.targetIds} name={indicatorName(indicator)} asOf={data.asOf} />
        <small>
          {nameOf(data.regions, regionCode)} · {text.year(year)}
        </small>
      </th>
      <RecordedCells
        change={figure}
        told={toldChange(figure, indicator)}
        object={`observation/${regionCode}/${indicatorCode}/${year}/${measure}`}
        people={data.people}
      />
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
  if (before === null) return joined((after.value === null ? text.newReason : text.newFigure)(said(after)))
  return said(before) === said(after) ? text.stillSame(said(after)) : text.fromTo(said(before), said(after))
}
