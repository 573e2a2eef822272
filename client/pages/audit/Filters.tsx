import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { plusDays } from '../../../server/domain/days.ts'
import { DayChoice } from '../../components/DayChoice.tsx'
import { auditText } from '../../i18n/audit.ts'
import { ACTION_LABELS } from '../../i18n/audit-words.ts'
import { say, textOf } from '../../i18n/language.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { FIRST_DAY, toDay } from '../../layout/past.ts'
import { Choice } from '../overview/Choice.tsx'
import { type Asked, auditAddress, auditCsv, conditionsOf, NOTHING_ASKED } from './asked.ts'
import type { AuditNames } from './audit-data.ts'
import { ObjectChoice } from './ObjectChoice.tsx'
import { personName } from './objects.ts'
import { toldRole } from './told-line.ts'

interface Props {
  names: AuditNames
  asked: Asked
  /** The day of the server's clock. */
  today: string
}

/** What the log is searched for; every choice acts at once and is a new address. */
export function Filters({ names, asked, today }: Props) {
  const text = textOf(auditText)
  const { route } = useLocation()
  const go = (change: Partial<Asked>): void => route(auditAddress({ ...asked, cursor: '', ...change }))
  const actors = [...names.actors.values()].map(({ username, role }) => ({
    value: username,
    name: role === 'system' ? toldRole(role) : `${personName(names, username)} · ${toldRole(role)}`,
  }))
  const actions = Object.entries(ACTION_LABELS).map(([value, label]) => ({ value, name: say(label) }))
  return (
    <search class="scope" aria-label={text.choose}>
      <div class="scope-line">
        <Choice
          label={text.who}
          value={asked.actor}
          all={text.any}
          options={withOwn(actors, asked.actor)}
          onChoose={(actor) => go({ actor })}
        />
        <Choice
          label={text.what}
          value={asked.action}
          all={text.any}
          options={withOwn(actions, asked.action)}
          onChoose={(action) => go({ action })}
        />
        <ObjectChoice names={names} object={asked.object} onChoose={(object) => go({ object })} />
      </div>
      <div class="scope-line">
        <DayChoice
          label={asked.from === '' ? text.fromAny : text.from}
          day={toDay(asked.from)}
          min={FIRST_DAY}
          max={toDay(asked.to) || today}
          refusal={text.range}
          onChoose={(from) => go({ from })}
        />
        <DayChoice
          label={asked.to === '' ? text.toAny : text.to}
          day={toDay(asked.to)}
          min={toDay(asked.from) || FIRST_DAY}
          max={today}
          refusal={text.range}
          onChoose={(to) => go({ to })}
        />
        <Presets asked={asked} today={today} />
        <Words q={asked.q} onSearch={(q) => go({ q })} />
        {conditionsOf(asked).length > 0 && (
          <a href={auditAddress(NOTHING_ASKED)} onClick={focusMain}>
            {text.clear}
          </a>
        )}
        <span class="files">
          <a href={auditCsv(asked)}>{text.csv}</a>
          <a href="/api/audit/log.jsonl" title={text.logHint}>
            {text.log}
          </a>
        </span>
      </div>
    </search>
  )
}

/** What an address asks for is among the choices, known or not. */
const withOwn = (options: { value: string; name: string }[], value: string) =>
  value === '' || options.some((option) => option.value === value) ? options : [...options, { value, name: value }]

/** The days that are asked for most. */
function Presets({ asked, today }: { asked: Asked; today: string }) {
  const text = textOf(auditText)
  const presets = [
    { name: text.today, from: today },
    { name: text.week, from: plusDays(today, -6) },
    { name: text.month, from: plusDays(today, -29) },
  ]
  return (
    <ul class="presets" aria-label={text.presets}>
      {presets.map(({ name, from }) => (
        <li key={name}>
          <a
            href={auditAddress({ ...asked, cursor: '', from, to: '' })}
            aria-current={asked.from === from && asked.to === '' ? 'true' : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Acts on Enter or on leaving the field. What is being typed stays while other lines come in. */
function Words({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const text = textOf(auditText)
  const [typed, setTyped] = useState({ over: q, text: q })
  return (
    <input
      type="search"
      class="words"
      maxLength={200}
      aria-label={text.words}
      placeholder={text.wordsHint}
      value={typed.over === q ? typed.text : q}
      onInput={(event) => setTyped({ over: q, text: event.currentTarget.value })}
      onChange={(event) => onSearch(event.currentTarget.value.trim())}
    />
  )
}
