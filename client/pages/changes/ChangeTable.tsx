import type { ComponentChildren } from 'preact'
import type { CorrectionCode } from '../../../server/domain/words.ts'
import { CORRECTION_LABELS } from '../../../server/domain/labels.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { Limited } from '../../components/Limited.tsx'
import { toDate } from '../../format.ts'
import { changesText } from '../../i18n/changes.ts'
import { say, textOf } from '../../i18n/language.ts'
import { objectAddress } from '../audit/asked.ts'
import type { NamedChanges } from './changes-data.ts'

interface Props<Row, Column extends string> {
  kind: 'turned' | 'moved'
  caption: string
  columns: readonly Column[]
  titles: Readonly<Record<Column, string>>
  rows: readonly Row[]
  /** How many there are; of these `rows` are the first. */
  total: number
  children: (row: Row) => ComponentChildren
}

/** One of the page's tables, with its first rows and the rest on request; of very many the rest are in the file. */
export function ChangeTable<Row, Column extends string>({
  kind,
  caption,
  columns,
  titles,
  rows,
  total,
  children,
}: Props<Row, Column>) {
  const text = textOf(changesText)
  const isWhole = rows.length === total
  return (
    <>
      <Limited rows={rows} showAll={isWhole ? undefined : text.showMore}>
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
      {!isWhole && <p class="small aside">{text.onlyFirst(rows.length, total)}</p>}
    </>
  )
}

interface RecordedProps {
  change: {
    at: string
    correction: { code: CorrectionCode; reason: string } | null
    sample: boolean
    enteredBy: string | null
    decidedBy?: string | null
    seq: number
  }
  told: string
  /** What was changed, as the audit log names it. */
  object: string
  /** By their user names; absent, neither they nor the line of the log are told. */
  people: NamedChanges['people']
}

/** The heads above `RecordedCells`. */
export function recordedTitles({ people }: NamedChanges) {
  const text = textOf(changesText)
  return people === undefined ? text : { ...text, why: text.whyAndWho }
}

/** The cells of what was recorded on a day: when, what, why, and by whom. */
export function RecordedCells({ change, told, object, people }: RecordedProps) {
  const text = textOf(changesText)
  const { at, correction, sample, seq } = change
  return (
    <>
      <td role="cell" class="day" data-label={text.day}>
        <span>
          {toDate(at)}
          {people && (
            <small>
              <a href={objectAddress(object)}>{text.line(seq)}</a>
            </small>
          )}
        </span>
      </td>
      <td role="cell" data-label={text.change}>
        <span>
          {told}
          {sample && <span class="tag">{text.sample}</span>}
        </span>
      </td>
      <td role="cell" class="why">
        {correction && text.reason(say(CORRECTION_LABELS[correction.code]), correction.reason)}
        {people && <small>{toldPeople(change, people)}</small>}
      </td>
    </>
  )
}

/** Who entered it, and who approved it; what was there from the start is nobody's. */
function toldPeople(
  { enteredBy, decidedBy = null }: RecordedProps['change'],
  people: Readonly<Record<string, string>>,
) {
  const text = textOf(changesText)
  const told = [
    ...(enteredBy === null ? [] : [text.enteredBy(people[enteredBy] ?? enteredBy)]),
    ...(decidedBy === null ? [] : [text.approvedBy(people[decidedBy] ?? decidedBy)]),
  ]
  return told.join(text.comma)
}
