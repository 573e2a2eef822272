import { useEffect, useRef } from 'preact/hooks'
import type { Sheet } from '../../../server/contract/entry.ts'
import { importText } from '../../i18n/import.ts'
import { textOf } from '../../i18n/language.ts'
import { entryAddress } from '../../state/address.ts'
import { tallySheet } from './tally-sheet.ts'

interface Props {
  count: number
  sheet: Sheet | null
  regionCode: string
  year: number
  onMore: () => void
}

/** The drafts are on the sheet; what is left to do stands there. */
export function WrittenView({ count, sheet, regionCode, year, onMore }: Props) {
  const text = textOf(importText)
  const next = useRef<HTMLAnchorElement>(null)
  useEffect(() => next.current?.focus(), [])
  return (
    <header class="lede">
      <h1>{text.written(count)}</h1>
      {sheet !== null && <p>{text.left(tallySheet(sheet))}</p>}
      <div class="import-next">
        <a ref={next} class="button main" href={entryAddress(regionCode, year)}>
          {text.toSheet}
        </a>
        <button type="button" class="button" onClick={onMore}>
          {text.importMore}
        </button>
      </div>
    </header>
  )
}
