import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { toDate, toYear } from '../../format.ts'
import { boardText } from '../../i18n/board.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { nameOf } from '../../names.ts'
import type { BoardData } from './board-data.ts'
import { targetName } from './names.ts'

interface Props {
  changes: BoardData['changes']
  title: string
  data: BoardData
}

/** What is known now and was not when the last round closed: counts, and the milestones that turned. */
export function ChangesPage({ changes, title, data }: Props) {
  const text = textOf(boardText)
  if (changes === null) {
    return (
      <>
        <h1>{title}</h1>
        <p class="board-big">{text.noRound}</p>
      </>
    )
  }
  const { statuses, figuresAdded, figuresCorrected, targetsAdded, targetsRevised } = changes.counts
  const counted = Object.entries({ statuses, figuresAdded, figuresCorrected, targetsAdded, targetsRevised })
  const told = counted.filter(([, count]) => count > 0)
  const turned = changes.statuses.filter(({ before, after }) => before !== null && after !== null)
  return (
    <>
      <h1>
        {title} <small>{text.since(toDate(changes.since))}</small>
      </h1>
      {told.length === 0 ? (
        <p class="board-big">{text.noChanges}</p>
      ) : (
        <p class="board-big board-counted">
          {told.map(([what, count]) => (
            <span key={what} class="phrase">
              <b>{count}</b> {isCounted(what) && text.counted[what](count)}
            </span>
          ))}
        </p>
      )}
      <ul class="board-turns">
        {turned.map(({ targetId, regionCode, milestoneYear, before, after }) => (
          <li key={`${targetId} ${milestoneYear}`}>
            <span class="board-name">
              {targetName(data, targetId) ?? targetId}
              <small>
                {nameOf(data.regions, regionCode)} · {toYear(milestoneYear, language.value)}
              </small>
            </span>
            <Standing standing={before} />
            <span aria-hidden="true">→</span>
            <Standing standing={after} />
          </li>
        ))}
      </ul>
      {statuses > turned.length && <p class="board-more">{text.further(statuses - turned.length)}</p>}
    </>
  )
}

type Counted = keyof (typeof boardText)['en']['counted']
const isCounted = (what: string): what is Counted => what in textOf(boardText).counted

type Turned = NonNullable<BoardData['changes']>['statuses'][number]

const Standing = ({ standing }: { standing: Turned['before'] }) =>
  standing && (
    <span class="board-status">
      <StatusIcon status={standing.status} /> {say(STATUS_LABELS[standing.status])}
    </span>
  )
