import { TakeAlong } from '../../components/TakeAlong.tsx'
import { compareText } from '../../i18n/compare.ts'
import { textOf } from '../../i18n/language.ts'
import { csvAddress, type View } from './address.ts'
import { toBoardDrawing } from './board-picture.tsx'
import type { Names } from './compare-data.ts'
import { toNaming } from './naming.ts'
import { Panel } from './Panel.tsx'
import { toShareBoard, toValueBoard } from './panel-frame.ts'
import type { PictureWords } from './picture-words.ts'
import type { Group } from './rows.ts'
import { toSpan } from './span.ts'

/** Of panels in the indicator's own unit: a few have the room of many. */
const WIDTHS: Readonly<Record<number, string>> = { 1: 'widest alone', 2: 'widest' }

interface Props {
  groups: readonly Group[]
  /** Of which the shown ones are a part: the axis is that of all. */
  all: readonly Group[]
  view: View
  names: Names
  words: PictureWords
}

/** Small drawings on one axis, a plan or region each under its heading. */
export function SmallMultiples({ groups, all, view, names, words }: Props) {
  const text = textOf(compareText)
  const byValue = view.way === 'indicator'
  const rows = all.flatMap((group) => group.rows)
  const board = byValue ? toValueBoard(rows) : toShareBoard(rows)
  const naming = toNaming(groups, view, names)
  const parts = view.way === 'theme' ? [{ code: '', rows: groups.flatMap((group) => group.rows) }] : groups
  const title = byValue ? text.boardUnit(names.indicator(view.subject), words.unit) : text.board
  return (
    <section class="section cmp-board">
      <header>
        <h2>{title}</h2>
        <p class="aside small">{byValue ? text.valueKey : text.shareKey}</p>
      </header>
      {parts.map((group) => {
        const span = toSpan(group.rows)
        return (
          <div key={group.code} class="group">
            {group.code && (
              <h3>
                {naming.group(group.code)}{' '}
                {span && <small class="aside together">{text.span(span.first, span.last)}</small>}
              </h3>
            )}
            <ul class={byValue ? `panels ${WIDTHS[rows.length] ?? 'wide'}` : 'panels'}>
              {group.rows.map((row) => (
                <Panel
                  key={row.key}
                  row={row}
                  name={naming.row(row)}
                  over={naming.over(row)}
                  board={board}
                  asOf={view.asOf}
                />
              ))}
            </ul>
          </div>
        )
      })}
      <TakeAlong
        name={words.file('board')}
        title={`${words.scope}${text.colon}${title}`}
        notes={[byValue ? text.valueKey : text.shareKey, ...words.notes]}
        drawing={() => toBoardDrawing(parts, naming, board)}
        csv={csvAddress(view)}
      />
    </section>
  )
}
