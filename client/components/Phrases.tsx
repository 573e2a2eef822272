import { Fragment } from 'preact'

/** A heading's parts, of which none is broken over two lines; one that ends with a blank has it after it. */
export function Phrases({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((phrase) => (
        <Fragment key={phrase}>
          <span class="phrase">{phrase.trim()}</span>
          {phrase.endsWith(' ') && ' '}
        </Fragment>
      ))}
    </>
  )
}
