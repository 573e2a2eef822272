import { useLocation } from 'preact-iso'
import { DayChoice } from '../../components/DayChoice.tsx'
import { changesText } from '../../i18n/changes.ts'
import { either, textOf } from '../../i18n/language.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { FIRST_DAY } from '../../layout/past.ts'
import { changesAddress } from '../../state/address.ts'
import { Choice } from '../overview/Choice.tsx'
import { type Asked, changesCsv, yearBefore, yearStart } from './asked.ts'
import type { ChangesData } from './changes-data.ts'

interface Props {
  data: ChangesData
  asked: Asked
}

/** Which days and of what; every choice acts at once and is a new address. */
export function Scope({ data, asked }: Props) {
  const text = textOf(changesText)
  const { route } = useLocation()
  const { since, asOf, today, regions, plans } = data
  const go = (change: Partial<Asked>): void => route(changesAddress({ ...asked, ...change }))
  return (
    <search class="scope" aria-label={text.choose}>
      <div class="scope-line">
        <DayChoice
          label={text.from}
          day={since}
          min={FIRST_DAY}
          max={asOf}
          refusal={text.range}
          onChoose={(day) => go({ since: day })}
        />
        <DayChoice
          label={text.to}
          day={asOf}
          min={since}
          max={today}
          refusal={text.range}
          onChoose={(day) => go({ since: asked.since || since, asOf: day === today ? '' : day })}
        />
        <Presets data={data} asked={asked} />
      </div>
      <div class="scope-line">
        <Choice
          label={text.region}
          value={asked.region}
          all={text.all}
          options={regions.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
          onChoose={(region) => go({ region })}
        />
        <Choice
          label={text.plan}
          value={asked.plan}
          all={text.all}
          options={plans.map(({ code, titleZh, titleEn }) => ({ value: code, name: either(titleZh, titleEn) }))}
          onChoose={(plan) => go({ plan })}
        />
        {asked.target !== '' && (
          <a href={changesAddress({ ...asked, target: '' })} onClick={focusMain}>
            {text.allTargets}
          </a>
        )}
        <a class="csv" href={changesCsv({ ...asked, since: asked.since || since })}>
          {text.download}
        </a>
      </div>
    </search>
  )
}

/** The first days that are asked for most. */
function Presets({ data, asked }: Props) {
  const text = textOf(changesText)
  const { asOf, roundYear } = data
  const days = [
    { name: text.thisYear, since: yearStart(asOf) },
    { name: text.oneYear, since: yearBefore(asOf) },
  ].map((one) => ({ ...one, isChosen: roundYear === null && data.since === one.since }))
  // Without a round there is no day on which the last one closed, which only an address without a day tells.
  const hasRound = asked.since !== '' || roundYear !== null
  const presets = [...(hasRound ? [{ name: text.lastRound, since: '', isChosen: roundYear !== null }] : []), ...days]
  return (
    <ul class="presets" aria-label={text.presets}>
      {presets.map(({ name, since, isChosen }) => (
        <li key={name}>
          <a
            href={changesAddress({ ...asked, since })}
            aria-current={isChosen ? 'true' : undefined}
            onClick={focusMain}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
