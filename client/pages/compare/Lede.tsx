import { Phrases } from '../../components/Phrases.tsx'
import { compareText } from '../../i18n/compare.ts'
import { textOf } from '../../i18n/language.ts'
import { STEP, toAddress, type View } from './address.ts'
import type { CompareData, Names } from './compare-data.ts'
import type { Row } from './rows.ts'
import { summarise } from './summary.ts'
import { toldLatest, toldStatus } from './told.ts'

interface Props {
  rows: readonly Row[]
  view: View
  names: Names
  scope: string
  data: CompareData
}

/** The answer, before anything else; then what must be known to read it. */
export function Lede({ rows, view, names, scope, data }: Props) {
  const text = textOf(compareText)
  const alone = view.way === 'indicator' ? onlyOne(rows) : undefined
  return (
    <div class="lede">
      <h1>
        <Phrases of={phrasesOf(rows, view, names, scope)} />
      </h1>
      {rows.length === 0 && view.milestone !== 'next' && (
        <p>
          {text.emptyNote(view.milestone)} <a href={toAddress({ ...view, milestone: 'next' })}>{text.toNext}</a>
        </p>
      )}
      {view.way === 'theme' && <p>{text.themeNote}</p>}
      {alone && <Related row={alone} view={view} names={names} data={data} />}
    </div>
  )
}

const onlyOne = (rows: readonly Row[]): Row | undefined => (rows.length === 1 ? rows[0] : undefined)

function phrasesOf(rows: readonly Row[], view: View, names: Names, scope: string): string[] {
  const text = textOf(compareText)
  if (rows.length === 0) return [text.empty]
  const alone = view.way === 'indicator' ? onlyOne(rows) : undefined
  if (alone === undefined) return text.headline(summarise(rows, view, scope))
  const region = names.region(alone.target.regionCode)
  return text.onlyOne(scope, region, toldStatus(alone.progress), toldLatest(alone))
}

/** An indicator that no other region has is not compared with others; its theme can be. */
function Related({ row: { target }, view, names, data }: { row: Row; view: View; names: Names; data: CompareData }) {
  const text = textOf(compareText)
  const { theme } = target.indicator
  const related = data.targets.filter(({ indicator }) => indicator.theme === theme)
  const regions = new Set(related.map(({ regionCode }) => regionCode)).size
  const name = names.theme(theme)
  return (
    <p>
      {text.onlyNote(names.region(target.regionCode))}
      {text.sentences}
      {regions > 1 && (
        <>
          {text.relatedNote(name, related.length, regions)}{' '}
          <a href={toAddress({ ...view, way: 'theme', subject: theme, plan: '', show: STEP })}>{text.related(name)}</a>
        </>
      )}
    </p>
  )
}
