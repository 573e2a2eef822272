import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { csvAddress, withAsOf } from '../state/address.ts'
import { mayRead } from '../state/session.ts'

interface Props {
  asOf: string | undefined
  version: string
  isSample: boolean
}

/** Where the statuses come from and where all data can be had as files by who may read it, as known on the day that is looked at. */
export function Colophon({ asOf, version, isSample }: Props) {
  const text = textOf(shellText)
  const all = asOf ? { asOf } : {}
  return (
    <footer class="colophon">
      <p>
        {text.footMethod} <a href={withAsOf('/method', asOf)}>{text.howComputed}</a>
      </p>
      {mayRead.value && (
        <p class="screen-only">
          {text.download} <a href={csvAddress('targets', all)}>{text.targetsCsv}</a> ·{' '}
          <a href={csvAddress('progress', all)}>{text.progressCsv}</a> ·{' '}
          <a href={csvAddress('observations', all)}>{text.observationsCsv}</a>
        </p>
      )}
      <p class="screen-only">
        <a href="/docs">{text.api}</a>
      </p>
      <p class="end">
        {isSample && `${text.sample} · `}
        {text.name} {version}
      </p>
    </footer>
  )
}
