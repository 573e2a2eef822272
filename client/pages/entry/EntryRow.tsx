import type { Signal } from '@preact/signals'
import { LONGEST_NOTE, LONGEST_SOURCE } from '../../../server/domain/lengths.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Figure } from '../../components/Figure.tsx'
import { language, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import type { CellProps } from './cell-props.ts'
import { figureText } from './cell-text.ts'
import { COLUMNS, isInside, type Range } from './columns.ts'
import { contentOf } from './content.ts'
import type { Desk } from './desk.ts'
import { ProvisionalCell } from './ProvisionalCell.tsx'
import { RowDetails } from './RowDetails.tsx'
import { RowHeading } from './RowHeading.tsx'
import { RowMessages } from './RowMessages.tsx'
import { newsOf } from './row-news.ts'
import { type RowState, shownContent, suggestedSource } from './row-state.ts'
import { lockOf, nameOf, unitOf } from './row-words.ts'
import { StateCell } from './StateCell.tsx'
import { TextCell } from './TextCell.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { usePaused } from './use-paused.ts'
import { ValueCell } from './ValueCell.tsx'

export interface RowProps {
  desk: Desk
  one: Signal<RowState>
  /** Where the row is in the grid, from 0. */
  index: number
  years: readonly number[]
  /** Digits after the point for which the columns keep room. */
  places: number
  range: Signal<Range | null>
  onSubmit: (keys: string[]) => void
  onWithdraw: (keys: string[]) => void
}

/** One figure: what is asked, the earlier years, this year's cells, where it stands, and under it what is to be said. */
export function EntryRow({ desk, one, index, years, places, range, onSubmit, onWithdraw }: RowProps) {
  const text = textOf(entryText)
  const [isOpen, setOpen] = useState(false)
  const state = one.value
  const content = shownContent(state)
  const people = desk.rows.people.value
  const isTyping = desk.typing.value === state.key
  const isPaused = usePaused(content.text, isTyping)
  const findings = desk.findings(state)
  const status = desk.status(state)
  const news = newsOf(state, findings, isTyping, isPaused)
  const isLocked = lockOf(state, desk.mayEnter) !== undefined
  const hasRefused = news.has('fault') || news.has('refused') || news.findings.some((one) => one.severity !== 'asked')
  const described = news.list.map((what) => `row-${index}-${what}`).join(' ') || undefined
  useAnnouncement(desk.said, nameOf(state.row), isTyping ? '' : described)

  const cell = (column: number): CellProps => ({
    desk,
    state,
    content,
    isLocked,
    describedBy: column === 0 ? described : undefined,
    isRefused: hasRefused && !isTyping,
    names: { 'data-row': index, 'data-column': column, 'aria-labelledby': `row-${index} column-${COLUMNS[column]}` },
  })
  const picked = (column: number): string => (isInside(range.value, { row: index, column }) ? ' picked' : '')
  const tone = isTyping || isLocked ? '' : hasRefused ? ' refused' : status === 'asked' ? ' asked' : ''
  const source = suggestedSource(state)
  useKeptFocus(index)
  const isMany = news.list.length > 0 || isOpen

  return (
    <>
      <tr
        role="row"
        class={`entry-row${isLocked ? ' locked' : ''}${isMany ? ' with-more' : ''}`}
        data-indicator={state.row.indicator.code}
        data-of={index}
      >
        <RowHeading state={state} index={index} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
        <td role="cell" class="unit" data-label={text.unit}>
          {unitOf(state.row)}
        </td>
        {years.map((year) => (
          <td key={year} role="cell" class="earlier" data-label={year}>
            <Earlier state={state} year={year} places={places} />
          </td>
        ))}
        <td
          role="cell"
          class={`current${tone}${picked(0)}`}
          data-label={text.figureIn(desk.sheet.year, unitOf(state.row))}
        >
          <ValueCell {...cell(0)} />
        </td>
        <td role="cell" class={`provisional${picked(1)}`} data-label={text.provisional}>
          <ProvisionalCell {...cell(1)} />
        </td>
        <td role="cell" class={`source${picked(2)}`} data-label={text.source}>
          <TextCell
            {...cell(2)}
            field="source"
            maxLength={LONGEST_SOURCE}
            placeholder={source && text.sourceHint(source)}
          />
        </td>
        <td role="cell" class={`note${picked(3)}`} data-label={text.note}>
          <TextCell {...cell(3)} field="note" maxLength={LONGEST_NOTE} />
        </td>
        <td role="cell" class="state-cell" data-label={text.state}>
          <StateCell {...{ desk, state, status }} onWithdraw={() => onWithdraw([state.key])} />
        </td>
      </tr>
      {news.list.length > 0 && (
        <tr role="row" class="row-more" data-of={index}>
          <td role="cell" colSpan={years.length + 7}>
            <RowMessages {...{ desk, state, news, people, index }} />
          </td>
        </tr>
      )}
      {isOpen && (
        <tr role="row" class="row-more" id={`details-${index}`} data-of={index}>
          <td role="cell" colSpan={years.length + 7}>
            <RowDetails {...{ desk, state }} onSubmit={() => onSubmit([state.key])} />
          </td>
        </tr>
      )}
    </>
  )
}

/** Says the messages of the row as they come up, once it is left. */
function useAnnouncement(said: Signal<string>, name: string, described: string | undefined): void {
  const isFirst = useRef(true)
  useEffect(() => {
    // What stands there when the page opens is read with the page.
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    if (!described) return
    const messages = described.split(' ').map((id) => document.getElementById(id)?.textContent ?? '')
    if (messages.some(Boolean)) said.value = `${name}：${messages.join(' ')}`
  }, [said, name, described])
}

function Earlier({ state, year, places }: { state: RowState; year: number; places: number }) {
  const { row } = state
  const figure = row.earlier.find((one) => one.year === year)
  if (figure === undefined) return <span class="aside">—</span>
  const { kind } = row.indicator
  if (figure.value === null || kind === 'done') {
    return <span class="words">{figureText(contentOf(figure), kind, language.value)}</span>
  }
  return <Figure value={figure.value} unit={unitOf(row)} places={places} />
}
