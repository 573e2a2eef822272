import { useState } from 'preact/hooks'
import type { ImportPreview } from '../../../server/contract/import.ts'
import type { Sheet } from '../../../server/contract/entry.ts'
import { importText } from '../../i18n/import.ts'
import { either, textOf } from '../../i18n/language.ts'
import { rowOf } from './groups.ts'
import { toToldProblem } from './told-problem.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'

/** More at once help nobody. */
const FIRST = 100

interface Props {
  preview: ImportPreview
  sheet: Sheet
}

/** Every problem by row and column of the file, with what to do about it. */
export function ProblemTable({ preview, sheet }: Props) {
  const text = textOf(importText)
  const [isWhole, setWhole] = useState(false)
  const { problems, changes } = preview
  const columns = text.problemColumns
  const shown = isWhole ? problems : problems.slice(0, FIRST)
  const nameIn = (row: number | null): string => {
    const change = changes.find((one) => one.row === row)
    const of = change && rowOf(change, sheet)?.indicator
    return of === undefined ? '' : either(of.nameZh, of.nameEn)
  }
  return (
    <section class="section" aria-labelledby="import-problems">
      <header>
        <h2 id="import-problems">{text.problemsTitle(problems.length)}</h2>
        <span class="aside small">{text.problemsNote}</span>
      </header>
      <table class="desk-table import-problems" role="table" aria-labelledby="import-problems">
        <thead role="rowgroup">
          <tr role="row">
            <ColumnHeads columns={['row', 'column', 'message']} titles={columns} />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((problem, at) => {
            const { row, column, header, message } = toToldProblem(problem)
            const name = nameIn(row)
            return (
              <tr key={`${at} ${row}`} role="row">
                <th role="rowheader" scope="row">
                  {row === null ? '' : text.row(row)}
                </th>
                <td role="cell">
                  {column === null ? <span class="aside">{text.whole}</span> : column}
                  {header !== '' && <small>{header}</small>}
                </td>
                <td role="cell">
                  {name !== '' && <strong>{name} </strong>}
                  {message}
                  {problem.code === 'correction-needed' && ` ${text.correctOnSheet}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown.length < problems.length && (
        <button type="button" class="button" onClick={() => setWhole(true)}>
          {text.allProblems(problems.length)}
        </button>
      )}
    </section>
  )
}
