import { compareText } from '../../i18n/compare.ts'
import { textOf } from '../../i18n/language.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { Waiting } from '../../layout/Waiting.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { type Choices, STEP, toAddress, toApiQuery, type View } from './address.ts'
import { type CompareData, loadYears, type Names, toNames } from './compare-data.ts'
import { Controls } from './Controls.tsx'
import { FigureTable } from './FigureTable.tsx'
import { HeatMap } from './HeatMap.tsx'
import { Lede } from './Lede.tsx'
import { toNaming } from './naming.ts'
import { toPictureWords } from './picture-words.ts'
import { firstOf, toGroups, toRows, type Years } from './rows.ts'
import { SmallMultiples } from './SmallMultiples.tsx'

interface Props {
  data: CompareData
  choices: Choices
  view: View
  /** Conditions of the address that mean nothing here: `theme=foo`. */
  unknown: readonly string[]
}

const NO_YEARS: Years = new Map()

/** Sentence, choices, small multiples beside the map of years, table. */
export function Comparison({ data, choices, view, unknown }: Props) {
  const text = textOf(compareText)
  const names = toNames(data)
  const query = { ...toApiQuery(view), asOf: view.asOf || data.asOf }
  const answer = useAnswer(`years ${new URLSearchParams(query)}`, (signal) => loadYears(query, signal))
  const years = answer.state === 'ready' ? answer.value : NO_YEARS
  const { rows, groups } = toCompared(data, view, years)
  const scope = scopeOf(view, names)
  const shown = firstOf(groups, view.show)
  const words = toPictureWords(rows, view, scope, data.asOf)
  return (
    <div class="cmp">
      {unknown.length > 0 && (
        <p class="cmp-unknown" role="alert">
          {text.unknown(unknown.join(text.comma))}{' '}
          <a href={toAddress(view)} onClick={focusMain}>
            {text.dropUnknown}
          </a>
        </p>
      )}
      <Lede rows={rows} view={view} names={names} scope={scope} data={data} />
      <Controls view={view} choices={choices} names={names} regionsOf={toRegionsOf(data, view)} />
      {answer.state === 'loading' && <Waiting slow={answer.slow} />}
      {answer.state === 'problem' && <Trouble problem={answer.problem} retry={answer.retry} />}
      {answer.state === 'ready' && rows.length > 0 && (
        <>
          <div class="cmp-columns">
            <SmallMultiples groups={shown} all={groups} view={view} names={names} words={words} />
            <HeatMap groups={shown} view={view} names={names} words={words} />
          </div>
          {rows.length > view.show && (
            <div class="cmp-more">
              <span class="aside">{text.shown(view.show, rows.length)}</span>{' '}
              <a class="button" href={toAddress({ ...view, show: view.show + STEP })}>
                {text.more(Math.min(STEP, rows.length - view.show))}
              </a>
            </div>
          )}
          <FigureTable groups={shown} naming={toNaming(shown, view, names)} />
        </>
      )}
    </div>
  )
}

function toCompared(data: CompareData, view: View, years: Years) {
  const rows = toRows(data.targets, view, years)
  const codes = (view.way === 'region' ? data.plans : data.regions).map(({ code }) => code)
  return { rows, groups: toGroups(rows, view, codes) }
}

const scopeOf = ({ way, subject, plan }: View, names: Names): string => (plan ? names.plan(plan) : names[way](subject))

const toRegionsOf = ({ targets }: CompareData, { way }: View) => {
  const found = new Map<string, Set<string>>()
  for (const { indicatorCode, indicator, regionCode } of targets) {
    const code = way === 'indicator' ? indicatorCode : indicator.theme
    const regions = found.get(code) ?? new Set()
    found.set(code, regions.add(regionCode))
  }
  return (code: string): number => found.get(code)?.size ?? 0
}
