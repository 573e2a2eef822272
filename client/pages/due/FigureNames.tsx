import type { DueItem } from '../../../server/contract/due.ts'
import type { DueData } from './due-data.ts'

interface Props {
  title: string
  names: DueItem['missing']
  /** The sheet in which they are entered; each row has the code of its indicator for an anchor. */
  address: string
  data: Pick<DueData, 'indicatorName'>
}

/** Some figures by their names, each a link to its row. */
export function FigureNames({ title, names, address, data }: Props) {
  if (names.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul class="figure-names">
        {names.map(({ indicatorCode, measure }) => (
          <li key={`${indicatorCode}/${measure}`}>
            <a href={`${address}#${indicatorCode}`}>{data.indicatorName(indicatorCode)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
