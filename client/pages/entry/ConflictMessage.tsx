import { language, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { user } from '../../state/session.ts'
import type { Desk } from './desk.ts'
import { toMoment } from '../../moment.ts'
import { Message } from './Message.tsx'
import { isEditable, keepMine, type RowState, shownContent, takeTheirs } from './row-state.ts'
import { nameOf, toldContent, toldFigure } from './row-words.ts'

interface Props {
  id: string
  desk: Desk
  state: RowState
  people: Readonly<Record<string, string>>
}

/** Someone else saved the figure meanwhile: both stand here, and whoever sees them chooses. */
export function ConflictMessage({ id, desk, state, people }: Props) {
  const text = textOf(entryText)
  const theirs = state.conflict?.theirs ?? null
  const mine = toldContent(shownContent(state), state.row) || text.nothing
  const by = theirs?.enteredBy ?? ''
  const isOneself = by === user.value?.username
  const who = isOneself ? text.you : (people[by] ?? by)
  const take = isOneself ? text.takeOther : text.takeTheirs
  const name = nameOf(state.row)
  const choose = (which: typeof takeTheirs): void => {
    desk.update(state.key, which)
    desk.sender.wake()
  }
  return (
    <Message id={id} tone="stop" tag={text.twoTag}>
      {theirs === null
        ? text.conflictGone
        : text.conflictTold(who, toMoment(theirs.enteredAt, language.value), toldFigure(theirs, state.row))}{' '}
      <strong>{mine}</strong>
      {language.value === 'en' ? '. ' : '。'}
      <button
        type="button"
        class="button small"
        aria-label={text.takeOf(name, take)}
        onClick={() => choose(takeTheirs)}
      >
        {take}
      </button>
      {isEditable(state) && (
        <button type="button" class="button small" aria-label={text.keepMineOf(name)} onClick={() => choose(keepMine)}>
          {text.keepMine}
        </button>
      )}
    </Message>
  )
}
