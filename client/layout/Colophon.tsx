import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { csvAddress, withAsOf } from '../state/address.ts'

interface Props {
  query: Readonly<Record<string, string>>
  version: string
  isSample: boolean
}

/** Where the statuses come from and where the same data can be had as files, with the filters of the page. */
export function Colophon({ query, version, isSample }: Props) {
  const text = textOf(shellText)
  return (
    <footer class="colophon">
      <p>
        {text.footMethod} <a href={withAsOf('/method', query['asOf'])}>{text.howComputed}</a>
      </p>
      <p class="screen-only">
        {text.download} <a href={csvAddress('targets', query)}>{text.targetsCsv}</a> ·{' '}
        <a href={csvAddress('progress', query)}>{text.progressCsv}</a> ·{' '}
        <a href={csvAddress('observations', query)}>{text.observationsCsv}</a>
      </p>
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
