import { textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { entryAddress } from '../../state/address.ts'

interface Props {
  regionCode: string
  year: number
  /** Those that have rounds, newest first. */
  years: readonly number[]
}

/** The other years for which figures were or are taken. */
export function YearSwitch({ regionCode, year, years }: Props) {
  const text = textOf(entryText)
  const all = [...new Set([...years, year])].toSorted((a, b) => b - a)
  if (all.length < 2) return null
  return (
    <nav class="year-switch" aria-label={text.years}>
      <ul>
        {all.map((one) => (
          <li key={one}>
            <a href={entryAddress(regionCode, one)} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
