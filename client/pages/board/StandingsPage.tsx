import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { STATUSES } from '../../../server/domain/words.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { toShare } from '../../format.ts'
import { boardText } from '../../i18n/board.ts'
import { say, textOf } from '../../i18n/language.ts'
import { nameOf } from '../../names.ts'
import type { BoardData } from './board-data.ts'
import { planName } from './names.ts'
import type { BoardPage } from './pages.ts'

interface Props {
  page: Extract<BoardPage, { kind: 'regions' | 'plans' }>
  title: string
  data: BoardData
}

/** How the milestones of each region or plan stand together: a bar in proportion, each part with icon and number. */
export function StandingsPage({ page, title, data }: Props) {
  const text = textOf(boardText)
  const name = (code: string): string => (page.kind === 'regions' ? nameOf(data.regions, code) : planName(data, code))
  return (
    <>
      <h1>
        {title} <small>{text.notRanked}</small>
      </h1>
      <ul class="board-standings">
        {page.standings.map(({ code, statuses, kept, assessable, mean }) => (
          <li key={code}>
            <h2>{name(code)}</h2>
            <ul class="board-parts">
              {STATUSES.map((status) => {
                const count = statuses[status]
                return count ? (
                  <li key={status} style={{ flexGrow: count }}>
                    <StatusIcon status={status} />
                    <b>{count}</b>
                    <span class="visually-hidden">{say(STATUS_LABELS[status])}</span>
                  </li>
                ) : null
              })}
            </ul>
            <p>
              <span>{text.kept(kept, assessable)}</span>
              <b>{mean === null ? text.noMean : text.mean(toShare(mean))}</b>
            </p>
          </li>
        ))}
      </ul>
      <ul class="board-key" aria-hidden="true">
        {STATUSES.filter((status) => page.standings.some(({ statuses }) => statuses[status])).map((status) => (
          <li key={status}>
            <StatusIcon status={status} /> {say(STATUS_LABELS[status])}
          </li>
        ))}
      </ul>
    </>
  )
}
