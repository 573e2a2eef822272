import { boardText } from '../../i18n/board.ts'
import { textOf } from '../../i18n/language.ts'
import { nameOf } from '../../names.ts'
import type { BoardData } from './board-data.ts'

interface Props {
  regions: BoardData['freshness']['regions']
  title: string
  data: BoardData
}

/** How much of the newest year is in, and of which years the latest figures are. */
export function FreshPage({ regions, title, data }: Props) {
  const text = textOf(boardText)
  return (
    <>
      <h1>{title}</h1>
      <ul class="board-fresh">
        {regions.map(({ regionCode, year, closesOn, owed, approved, latestYears }) => (
          <li key={regionCode}>
            <h2>{nameOf(data.regions, regionCode)}</h2>
            <p>
              {year === null || closesOn === null ? (
                text.notOpened
              ) : (
                <>
                  <b>{text.approved(year, approved ?? 0, owed)}</b> <span>{text.closes(closesOn)}</span>
                </>
              )}
            </p>
            <p class="aside">{text.latestYears(latestYears)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
