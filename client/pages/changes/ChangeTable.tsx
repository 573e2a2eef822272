import type { ComponentChildren } from 'preact'
import type { CorrectionCode } from '../../../server/domain/words.ts'
import { CORRECTION_LABELS } from '../../../server/domain/labels.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { Limited } from '../../components/Limited.tsx'
import { toDate } from '../../format.ts'
import { changesText } from '../../i18n/changes.ts'
import { say, textOf } from '../../i18n/language.ts'

interface Props<Row, Column extends string> {
  kind: 'turned' | 'moved'
  caption: string
  columns: readonly Column[]
  titles: Readonly<Record<Column, string>>
  rows: readonly Row[]
  children: (row: Row) => ComponentChildren
}

/** One of the page's tables, with its first rows and the rest on request. */
export function ChangeTable<Row, Column extends string>({
  kind,
  caption,
  columns,
  titles,
  rows,
  children,
}: Props<Row, Column>) {
  return (
    <Limited rows={rows} showAll={textOf(changesText).showAll}>
      {(shown) => (
        <table class={`desk-table ${kind}`} role="table">
          <caption class="visually-hidden">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHeads columns={columns} titles={titles} />
            </tr>
          </thead>
          <tbody role="rowgroup">{shown.map(children)}</tbody>
        </table>
      )}
    </Limited>
  )
}

interface RecordedProps {
  change: { at: string; correction: { code: CorrectionCode; reason: string } | null; sample: boolean }
  told: string
}

/** The cells of what was recorded on a day: when, what, why. */
export function RecordedCells({ change: { at, correction, sample }, told }: RecordedProps) {
  const text = textOf(changesText)
  return (
    <>
      <td role="cell" class="day" data-label={text.day}>
        {toDate(at)}
      </td>
      <td role="cell" data-label={text.change}>
        <span>
          {told}
          {sample && <span class="tag">{text.sample}</span>}
        </span>
      </td>
      <td role="cell" class="why">
        {correction && text.reason(say(CORRECTION_LABELS[correction.code]), correction.reason)}
      </td>
    </>
  )
}
