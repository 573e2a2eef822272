import { tellConversion } from '../../../server/domain/typed-figure-words.ts'
import { readTypedFigure } from '../../../server/domain/typed-figure.ts'
import { language, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { EMPTY } from './content.ts'
import { ConflictMessage } from './ConflictMessage.tsx'
import { CorrectionForm } from './CorrectionForm.tsx'
import type { Desk } from './desk.ts'
import { FaultMessage } from './FaultMessage.tsx'
import { FindingMessages } from './FindingMessages.tsx'
import { Message } from './Message.tsx'
import { toMoment } from '../../moment.ts'
import type { RowNews } from './row-news.ts'
import type { RowState } from './row-state.ts'
import { toldContent } from './row-words.ts'

interface Props {
  desk: Desk
  state: RowState
  news: RowNews
  people: Readonly<Record<string, string>>
  index: number
}

/** What would be made of the text that is being typed, or what was made of it. */
function conversionOf(state: RowState, typed: string): string | undefined {
  const { indicator } = state.row
  const read = readTypedFigure(typed, indicator)
  if (read.is !== 'figure') return undefined
  if (state.typed === null) return tellConversion(read, indicator, language.value)
  const said = textOf(entryText).conversion(read.typed, toldContent({ ...EMPTY, text: read.value }, state.row))
  return language.value === 'en' ? `${said}.` : `${said}。`
}

/** Everything that is to be said of a row, under it; the ids are those that its cell names. */
export function RowMessages({ desk, state, news, people, index }: Props) {
  const text = textOf(entryText)
  const id = (what: string): string => `row-${index}-${what}`
  const { returned } = state.row
  return (
    <>
      {news.has('conflict') && <ConflictMessage {...{ desk, state, people }} id={id('conflict')} />}
      {news.has('fault') && <FaultMessage {...{ desk, state }} id={id('fault')} />}
      {news.has('conversion') && (
        <Message id={id('conversion')} tone="tell" tag={text.converted}>
          {conversionOf(state, news.typed)}
        </Message>
      )}
      {news.has('findings') && (
        <FindingMessages {...{ desk, state, index }} findings={news.findings} id={id('findings')} />
      )}
      {news.has('refused') && (
        <Message id={id('refused')} tone="stop" tag={state.unsent === null ? text.cannotSubmit : text.cannotSave}>
          {state.refused.join(' ')}
        </Message>
      )}
      {news.has('correction') && <CorrectionForm {...{ desk, state }} id={id('correction')} />}
      {news.has('returned') && returned !== null && (
        <Message id={id('returned')} tone="tell" tag={text.returnedTag}>
          {returned.comment}{' '}
          <span class="aside">
            {text.returnedBy(people[returned.by] ?? returned.by, toMoment(returned.at, language.value))}
          </span>
        </Message>
      )}
    </>
  )
}
