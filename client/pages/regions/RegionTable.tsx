import type { RegionRow } from '../../../server/contract/region-progress.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { MISSING } from '../../format.ts'
import { either, textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { noCounts } from '../overview/judged.ts'
import { StatusBar } from '../overview/StatusBar.tsx'
import { StatusCounts } from '../overview/StatusCounts.tsx'
import { regionAddress, type View } from './address.ts'

interface Props {
  rows: readonly RegionRow[]
  caption: string
  view: View
  nowYear: number
}

/** A region a row: how many targets it and those below it have, and how they stand. On phones a row is a block. */
export function RegionTable({ rows, caption, view, nowYear }: Props) {
  const { columns } = textOf(regionsText)
  const fresh = columns.fresh(nowYear - 1)
  return (
    <table class="desk-table region-table" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHeads
            columns={['region', 'targets', 'statuses', 'fresh']}
            titles={{ ...columns, fresh }}
            numbers={['targets', 'fresh']}
          />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.code} row={row} view={view} titles={{ targets: columns.targets, fresh }} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, view, titles }: { row: RegionRow; view: View; titles: { targets: string; fresh: string } }) {
  const text = textOf(regionsText)
  const { code, nameZh, nameEn, between, below, standing } = row
  const place = [
    ...between.map((one) => either(one.nameZh, one.nameEn)),
    ...(below > 0 ? [text.belowCount(below)] : []),
  ]
  const counts = { ...noCounts(), ...standing.statuses }
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={regionAddress(view, code)}>{either(nameZh, nameEn)}</a>
        <small>{[code, ...place].join(' · ')}</small>
      </th>
      <td role="cell" class="number" data-label={titles.targets}>
        {text.targetCount(standing.total)}
      </td>
      <td role="cell" class="statuses">
        {standing.total === 0 ? (
          <span class="aside">{text.noTargets}</span>
        ) : (
          <>
            <StatusBar counts={counts} />
            <StatusCounts counts={counts} />
          </>
        )}
      </td>
      <td role="cell" class="number" data-label={titles.fresh}>
        {standing.total === 0 ? MISSING : text.ofTargets(standing.fresh, standing.total)}
      </td>
    </tr>
  )
}
