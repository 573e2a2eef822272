import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { KIND_LABELS } from '../../../../server/domain/detail-labels.ts'
import { getIndicators, getTargets, getThemes } from '../../../api.ts'
import { referenceText } from '../../../i18n/admin-reference.ts'
import { either, say, textOf } from '../../../i18n/language.ts'
import { Trouble } from '../../../layout/Trouble.tsx'
import { Waiting } from '../../../layout/Waiting.tsx'
import { useFresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { SearchLine } from '../SearchLine.tsx'
import { IndicatorForm } from './IndicatorForm.tsx'
import { ColumnHeads } from '../../../components/ColumnHeads.tsx'
import { mentionsWords } from '../../../../server/domain/search.ts'

const load = async (signal: AbortSignal) => {
  const [indicators, themes, targets] = await Promise.all([
    getIndicators(signal),
    getThemes(signal),
    getTargets({}, signal),
  ])
  return { indicators, themes, targets: targets.items }
}

export function IndicatorsPart() {
  const text = textOf(referenceText).indicators
  const { query } = useLocation()
  const [q, setQ] = useState('')
  const answer = useFresh('admin indicators', load)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { indicators, themes, targets } = answer.value
  const chosen = indicators.find(({ code }) => code === query['indicator'])
  if (query['new']) return <IndicatorForm key="new" themes={themes} indicators={indicators} />
  if (chosen) return <IndicatorForm key={chosen.code} themes={themes} indicators={indicators} indicator={chosen} />
  const themeNames = new Map(themes.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]))
  const targetsOf = (code: string): number => targets.filter(({ indicatorCode }) => indicatorCode === code).length
  const shown = indicators.filter(({ code, nameZh, nameEn, shortNameZh, shortNameEn, theme }) =>
    mentionsWords([code, nameZh, nameEn, shortNameZh, shortNameEn, themeNames.get(theme) ?? ''], q),
  )
  const { columns } = text
  return (
    <>
      <header class="lede with-act">
        <div>
          <h1>{text.lede(indicators.length, indicators.filter(({ code }) => targetsOf(code) === 0).length)}</h1>
          <p>{text.lead}</p>
        </div>
        <a class="button main" href={adminAddress('indicators', { new: '1' })}>
          {text.add}
        </a>
      </header>
      <SearchLine q={q} onSearch={setQ} shown={shown.length} all={indicators.length} />
      <table class="desk-table" role="table">
        <caption class="visually-hidden">{text.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <ColumnHeads columns={['name', 'kind', 'unit', 'theme', 'targets']} titles={columns} />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((indicator) => (
            <tr key={indicator.code} role="row">
              <th role="rowheader" scope="row">
                <a href={adminAddress('indicators', { indicator: indicator.code })}>
                  {either(indicator.nameZh, indicator.nameEn)}
                </a>
                <small>
                  <code>{indicator.code}</code>
                </small>
              </th>
              <td role="cell" data-label={columns.kind}>
                {say(KIND_LABELS[indicator.kind])}
              </td>
              <td role="cell" data-label={columns.unit}>
                {either(indicator.unitZh, indicator.unitEn) || '—'}
              </td>
              <td role="cell" data-label={columns.theme}>
                {themeNames.get(indicator.theme) ?? indicator.theme}
              </td>
              <td role="cell" data-label={columns.targets}>
                {targetsOf(indicator.code) === 0 ? (
                  <span class="aside">{text.monitored}</span>
                ) : (
                  text.count(targetsOf(indicator.code))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
