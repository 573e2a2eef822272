import type { RolledYear, RollUps } from '../../../server/contract/roll-up.ts'
import { MISSING_REASON_LABELS } from '../../../server/domain/labels.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { MISSING } from '../../format.ts'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { gapsOf, marksOf, told, unitsOf } from './roll-up-words.ts'

/** Every year, the newest first: own figure, roll-up, how many are in it, and what must be known about both. */
export function RollUpTable({ rollUps }: { rollUps: RollUps }) {
  const text = textOf(regionsText)
  const { indicator, years, refused } = rollUps
  const columns = refused === null ? COLUMNS : COLUMNS.filter((one) => one !== 'rolledUp' && one !== 'coverage')
  return (
    <table class="desk-table roll-up-table" role="table">
      <caption class="visually-hidden">{text.rollUpCaption(either(indicator.nameZh, indicator.nameEn))}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHeads columns={columns} titles={text.rollUpColumns} numbers={['own', 'rolledUp']} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {years.toReversed().map((one) => (
          <Row key={one.year} of={one} rollUps={rollUps} />
        ))}
      </tbody>
    </table>
  )
}

const COLUMNS = ['year', 'own', 'rolledUp', 'coverage', 'marks'] as const

function Row({ of, rollUps }: { of: RolledYear; rollUps: RollUps }) {
  const text = textOf(regionsText)
  const { year, own, rolledUp } = of
  const { rollUpColumns: titles } = text
  const gaps = gapsOf(of, text, language.value)
  const ownFigure =
    own === null
      ? MISSING
      : own.value !== null
        ? told(own.value, rollUps, language.value)
        : own.missingReason !== null && say(MISSING_REASON_LABELS[own.missingReason])
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {text.year(year)}
      </th>
      <td role="cell" class="number" data-label={titles.own}>
        {ownFigure}
      </td>
      {rollUps.refused === null && (
        <>
          <td role="cell" class="number" data-label={titles.rolledUp}>
            {rolledUp ? told(rolledUp.value, rollUps, language.value) : MISSING}
          </td>
          <td role="cell" data-label={titles.coverage}>
            <span>
              {rolledUp && text.coverage(rolledUp.covered, rolledUp.of, unitsOf(rollUps.region.code, text))}
              {rolledUp?.complete && <small>{text.whole}</small>}
              {gaps.map((gap) => (
                <small key={gap}>{gap}</small>
              ))}
            </span>
          </td>
        </>
      )}
      <td role="cell" class="marks">
        {marksOf(of, text).join(text.comma)}
      </td>
    </tr>
  )
}
