import { useLocation } from 'preact-iso'
import type { Indicator } from '../../../server/contract/reference.ts'
import { either, language, textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { csvOf, toAddress, type View } from './address.ts'
import { NotRead } from './NotRead.tsx'
import { useIndicators, useRollUps } from './regions-data.ts'
import { RolledUp } from './RolledUp.tsx'

interface Props {
  code: string
  name: string
  view: View
}

/** What the figures of the regions below come to, of one indicator; or why they are not put together. */
export function RollUpSection({ code, name, view }: Props) {
  const text = textOf(regionsText)
  const answer = useIndicators()
  return (
    <section class="section roll-up">
      <header>
        <h2>{text.rollUp}</h2>
        <p class="aside small">{text.rollUpNote}</p>
        <a class="more" href={language.value === 'en' ? '/METHOD.md' : '/METHOD.zh-CN.md'}>
          {text.how}
        </a>
      </header>
      {answer.state === 'loading' ? (
        <Waiting slow={answer.slow} />
      ) : answer.state === 'problem' ? (
        <NotRead retry={answer.retry} />
      ) : (
        <OfIndicator indicators={answer.value} code={code} name={name} view={view} />
      )}
    </section>
  )
}

function OfIndicator({ indicators, code, name, view }: Props & { indicators: readonly Indicator[] }) {
  const text = textOf(regionsText)
  const chosen = indicators.find((one) => one.code === view.indicator) ?? indicators[0]
  if (chosen === undefined) return <p>{text.noFigures}</p>
  return (
    <>
      <div class="roll-up-choice screen-only">
        <IndicatorChoice indicators={indicators} chosen={chosen} view={view} />
        <a class="small" href={csvOf('roll-ups', { region: code, indicator: chosen.code, asOf: view.asOf })}>
          {text.csv}
        </a>
      </div>
      <Answered code={code} name={name} indicator={chosen} asOf={view.asOf} />
    </>
  )
}

interface ChoiceProps {
  indicators: readonly Indicator[]
  chosen: Indicator
  view: View
}

function IndicatorChoice({ indicators, chosen, view }: ChoiceProps) {
  const text = textOf(regionsText)
  const { route } = useLocation()
  const groups = [
    { label: text.rolled, of: indicators.filter(({ rollUp }) => rollUp !== 'none') },
    { label: text.notRolled, of: indicators.filter(({ rollUp }) => rollUp === 'none') },
  ]
  return (
    <label class="choice">
      <span>{text.indicator}</span>
      <select
        value={chosen.code}
        onChange={(event) => route(toAddress(view, { indicator: event.currentTarget.value }))}
      >
        {groups.map(
          ({ label, of }) =>
            of.length > 0 && (
              <optgroup key={label} label={label}>
                {of.map(({ code, nameZh, nameEn }) => (
                  <option key={code} value={code}>
                    {either(nameZh, nameEn)}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </label>
  )
}

function Answered({
  code,
  name,
  indicator,
  asOf,
}: Pick<Props, 'code' | 'name'> & { indicator: Indicator; asOf: string }) {
  const answer = useRollUps(code, indicator.code, asOf)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <NotRead retry={answer.retry} />
  return (
    <div aria-busy={answer.isOld}>
      <RolledUp rollUps={answer.value} name={name} />
    </div>
  )
}
