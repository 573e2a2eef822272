import { askedInWords } from '../../../server/domain/asked.ts'
import { REVIEW_STATE_LABELS } from '../../../server/domain/detail-labels.ts'
import { importText } from '../../i18n/import.ts'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { toMoment } from '../../moment.ts'
import { user } from '../../state/session.ts'
import { isSameFigure, replacedBy } from './before.ts'
import type { PlacedChange } from './groups.ts'
import { ToldValue } from './ToldValue.tsx'

export interface ChangeRowProps extends PlacedChange {
  places: number
  people: Readonly<Record<string, string>>
  /** Someone changed it after the preview that was to be written. */
  isOvertaken: boolean
}

export const CHANGE_COLUMNS = ['name', 'unit', 'before', 'after', 'source', 'note', 'row'] as const

/** One figure: what stands there now, what would be written, and what was made of the text in the file. */
export function ChangeRow({ change, row, places, people, isOvertaken }: ChangeRowProps) {
  const text = textOf(importText)
  const { before, remarks } = change
  const indicator = row?.indicator
  const asked = indicator && askedInWords({ ...indicator, unitZh: '', unitEn: '' }, change.measure, language.value)
  const unit = either(indicator?.unitZh ?? '', indicator?.unitEn ?? '')
  const name = indicator === undefined ? change.indicatorCode : either(indicator.nameZh, indicator.nameEn)
  return (
    <>
      <tr role="row" class={remarks.length > 0 || isOvertaken ? 'change with-more' : 'change'}>
        <th role="rowheader" scope="row">
          {name}
          <small>
            {asked}
            <span class="narrow-only">
              {unit && ` · ${unit}`} · {text.row(change.row)}
            </span>
          </small>
        </th>
        <td role="cell" class="unit">
          {unit}
        </td>
        <td role="cell" data-label={text.columns.before} class="number before">
          {before === null ? (
            <span class="aside">{text.nothing}</span>
          ) : (
            <span>
              <ToldValue {...before} {...{ indicator, places }} />
              {before.provisional && <small>{text.provisional}</small>}
              <small>
                <Standing {...{ change, row, people }} />
              </small>
            </span>
          )}
        </td>
        <td role="cell" data-label={text.columns.after} class="number after">
          <span>
            <strong>
              <ToldValue {...change} {...{ indicator, places }} />
            </strong>
            {isSameFigure(change) && <small>{text.same}</small>}
            {change.provisional && <small>{text.provisional}</small>}
            {before?.provisional === true && !change.provisional && <small>{text.final}</small>}
          </span>
        </td>
        <Words label={text.columns.source} now={change.source} was={before?.source} isNew={before === null} />
        <Words label={text.columns.note} now={change.note} was={before?.note} isNew={before === null} />
        <td role="cell" class="file-row">
          {change.row}
        </td>
      </tr>
      {(remarks.length > 0 || isOvertaken) && (
        <tr role="row" class="change-more">
          <td role="cell" colSpan={CHANGE_COLUMNS.length}>
            {isOvertaken && (
              <p>
                <span class="tag asked">{text.changedSince}</span>
              </p>
            )}
            {remarks.length > 0 && (
              <p>
                <span class="tag">{text.read}</span> {remarks.join(' ')}
              </p>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

/** In which state the old figure is, and whose it is. */
function Standing({ change, row, people }: Pick<ChangeRowProps, 'change' | 'row' | 'people'>) {
  const text = textOf(importText)
  const { before } = change
  if (before === null) return null
  const state = say(REVIEW_STATE_LABELS[before.state])
  const figure = replacedBy(change, row)
  const by = figure?.enteredBy ?? null
  if (figure === undefined || by === null) return <>{state}</>
  const who = by === user.value?.username ? text.you : (people[by] ?? by)
  return <>{text.state(state, who, toMoment(figure.enteredAt, language.value))}</>
}

interface WordsProps {
  label: string
  now: string | null
  was: string | null | undefined
  isNew: boolean
}

/** A source or note, with the one that it replaces. */
function Words({ label, now, was, isNew }: WordsProps) {
  const text = textOf(importText)
  const isChanged = !isNew && (was ?? null) !== now
  return (
    <td role="cell" data-label={label} class="words">
      <span>
        {now ?? (isChanged ? text.none : '')}
        {isChanged && <small>{was ? text.was(was) : text.wasNone}</small>}
      </span>
    </td>
  )
}
