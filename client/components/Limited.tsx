import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

interface Props<Row> {
  rows: readonly Row[]
  /** The words of the button that shows the rest. */
  showAll: (rows: number) => string
  children: (shown: readonly Row[]) => ComponentChildren
}

const SHOWN = 100

/** A long table's first rows, and the rest on request. */
export function Limited<Row>({ rows, showAll, children }: Props<Row>) {
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
