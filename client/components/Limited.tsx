import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { textOf } from '../i18n/language.ts'
import { limitedText } from '../i18n/limited.ts'

interface Props<Row> {
  rows: readonly Row[]
  /** The words of the button that shows the rest, where they are not the usual ones. */
  showAll?: ((rows: number) => string) | undefined
  children: (shown: readonly Row[]) => ComponentChildren
}

const SHOWN = 100

/** A long table's first rows, and the rest on request. */
export function Limited<Row>({ rows, showAll = textOf(limitedText).showAll, children }: Props<Row>) {
  const [isWhole, setWhole] = useState(false)
  const hides = !isWhole && rows.length > SHOWN
  return (
    <>
      {children(hides ? rows.slice(0, SHOWN) : rows)}
      {hides && (
        <button type="button" class="button" onClick={() => setWhole(true)}>
          {showAll(rows.length)}
        </button>
      )}
    </>
  )
}
