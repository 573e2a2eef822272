import { Fragment } from 'preact'
import { StatusWord } from '../../components/StatusWord.tsx'
import { changesText } from '../../i18n/changes.ts'
import { textOf } from '../../i18n/language.ts'
import type { Asked } from './asked.ts'
import type { ChangesData } from './changes-data.ts'
import { scopeNames } from './names.ts'

interface Props {
  data: ChangesData
  asked: Asked
}

/** How much changed, in one sentence; then what the statuses turned to, and the method. */
export function ChangesLede({ data, asked }: Props) {
  const text = textOf(changesText)
  const { counts, method } = data.changes
  const scope = scopeNames(data, asked).join(text.list)
  const days = asked.asOf === '' ? text.since(data.since, scope) : text.between(data.since, data.asOf, scope)
  const counted = [...text.turned(counts), ...text.others(counts)]
  const told = counted.length > 0 ? counted : [text.nothing]
  const phrases = [
    ...days.slice(0, -1),
    ...[...days.slice(-1), ...told.slice(0, -1)].map((one) => one + text.comma),
    ...told.slice(-1),
  ]
  const notes = [
    ...(counted.length === 0 ? [scope === '' ? text.nothingHint : text.nothingHere] : []),
    text.methodInForce(method.after.id, method.before.version, method.after.version),
    ...(data.roundYear === null ? [] : [text.sinceRound(data.roundYear)]),
  ]
  return (
    <div class="lede">
      <h1>
        {phrases.map((phrase) => (
          <Fragment key={phrase}>
            <span class="phrase">{phrase.trim()}</span>
            {phrase.endsWith(' ') && ' '}
          </Fragment>
        ))}
      </h1>
      {counts.turnedTo.length > 0 && (
        <p class="turned-to">
          {text.turnedTo}{' '}
          {counts.turnedTo.map(({ status, milestones }) => (
            <span key={status} class="nowrap">
              <StatusWord status={status} /> {text.times(milestones)}
            </span>
          ))}
        </p>
      )}
      <p class="small">{notes.join(text.space)}</p>
    </div>
  )
}
